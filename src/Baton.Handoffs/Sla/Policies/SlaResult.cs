namespace Baton.Handoffs.Sla;

/// <summary>What came of reading calendars and policies from configuration.</summary>
public abstract record SlaResult
{
    private SlaResult()
    {
    }

    /// <summary>The options were right.</summary>
    /// <param name="Policies">The policies, with the calendars they count on.</param>
    public sealed record Ok(SlaPolicies Policies) : SlaResult;

    /// <summary>The options were wrong.</summary>
    /// <param name="Errors">Every error found, at least one.</param>
    public sealed record Invalid(IReadOnlyList<OptionError> Errors) : SlaResult;
}
