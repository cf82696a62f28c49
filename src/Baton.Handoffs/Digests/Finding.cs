using System.Text.Json.Serialization;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;

namespace Baton.Handoffs.Digests;

/// <summary>Something worth talking about in the review, with the numbers behind it. It is about a step of the process, never a person.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LeadQuality), "lead_quality")]
[JsonDerivedType(typeof(DataQuality), "data_quality")]
[JsonDerivedType(typeof(ReasonRose), "reason_rose")]
[JsonDerivedType(typeof(ClockBreached), "clock_breached")]
[JsonDerivedType(typeof(SystemSlow), "system_slow")]
[JsonDerivedType(typeof(AcceptanceMoved), "acceptance_moved")]
[JsonDerivedType(typeof(TopReason), "top_reason")]
[JsonDerivedType(typeof(Volume), "volume")]
public abstract record Finding
{
    private Finding()
    {
    }

    /// <summary>A source or campaign has many more definitional rejections than the rest.</summary>
    public sealed record LeadQuality(Dimension Dimension, string Name, Rate Here, Rate Elsewhere) : Finding;

    /// <summary>A source or campaign has many more clerical rejections than the rest.</summary>
    public sealed record DataQuality(Dimension Dimension, string Name, Rate Here, Rate Elsewhere) : Finding;

    /// <summary>A reason was given at least twice as often as the week before.</summary>
    public sealed record ReasonRose(CodeCount Reason, int Before) : Finding;

    /// <summary>A clock was breached most in a pool.</summary>
    public sealed record ClockBreached(string Clock, string Pool, Rate Breached) : Finding;

    /// <summary>Leads took long from the source to a visible card.</summary>
    public sealed record SystemSlow(Distribution Delay) : Finding;

    /// <summary>The acceptance rate moved against the four weeks before.</summary>
    public sealed record AcceptanceMoved(Rate Now, Rate Before) : Finding;

    /// <summary>The reason that was given most.</summary>
    public sealed record TopReason(CodeCount Reason, int All) : Finding;

    /// <summary>How many were handed over against the weeks before.</summary>
    public sealed record Volume(WeekCount HandedOver) : Finding;
}
