namespace Baton.Handoffs.Sla;

/// <summary>Configuration of one clock with its exceptions. Where several exceptions fit, tier goes before source, segment and region, value by value.</summary>
public sealed class ClockRules : ClockOptions
{
    /// <summary>Exceptions by tier, such as <c>hot</c>.</summary>
    public Dictionary<string, ClockOptions> Tiers { get; set; } = [];

    /// <summary>Exceptions by source, such as <c>hubspot</c>.</summary>
    public Dictionary<string, ClockOptions> Sources { get; set; } = [];

    /// <summary>Exceptions by segment.</summary>
    public Dictionary<string, ClockOptions> Segments { get; set; } = [];

    /// <summary>Exceptions by region.</summary>
    public Dictionary<string, ClockOptions> Regions { get; set; } = [];
}
