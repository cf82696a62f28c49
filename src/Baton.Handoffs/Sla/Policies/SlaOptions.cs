namespace Baton.Handoffs.Sla;

/// <summary>The section <c>Sla</c> of the configuration. Everything may be left out: <see cref="DefaultSla"/> has the values that then apply.</summary>
public sealed class SlaOptions
{
    /// <summary>From offered to accepted or rejected.</summary>
    public ClockRules Accept { get; set; } = new();

    /// <summary>From qualified at the source to first touch.</summary>
    public ClockRules Contact { get; set; } = new();

    /// <summary>From first touch to an outcome.</summary>
    public ClockRules Outcome { get; set; } = new();
}
