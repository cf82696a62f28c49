namespace Baton.Handoffs.Sla;

// One clock's rule with its exceptions after parsing, exceptions by dimension in the order in which they prevail.
internal sealed class ClockRuleBook
{
    private readonly ClockRule _rule;
    private readonly (Func<SlaSubject, string?> Of, Dictionary<string, ClockRule> Exceptions)[] _dimensions;

    public ClockRuleBook(ClockKind kind, ClockRules options, CalendarBook calendars, List<OptionError> errors)
    {
        var key = $"Sla:{kind}";
        _rule = ClockRule.Parse(key, kind, options, calendars, errors);

        Dictionary<string, ClockRule> Exceptions(string name, Dictionary<string, ClockOptions> each) => each.ToDictionary(
            exception => exception.Key,
            exception => ClockRule.Parse($"{key}:{name}:{exception.Key}", kind, exception.Value, calendars, errors),
            StringComparer.OrdinalIgnoreCase);

        _dimensions =
        [
            (subject => subject.Tier, Exceptions(nameof(ClockRules.Tiers), options.Tiers)),
            (subject => subject.Source, Exceptions(nameof(ClockRules.Sources), options.Sources)),
            (subject => subject.Segment, Exceptions(nameof(ClockRules.Segments), options.Segments)),
            (subject => subject.Region, Exceptions(nameof(ClockRules.Regions), options.Regions)),
        ];
    }

    // What applies to a subject, dimension by dimension over the defaults' same dimension, and at last the rules themselves.
    public ClockRule For(SlaSubject subject, ClockRuleBook defaults)
    {
        var found = new ClockRule(null, null, null);
        foreach (var index in Enumerable.Range(0, _dimensions.Length))
        {
            found = found.Over(Exception(index, subject)).Over(defaults.Exception(index, subject));
        }

        return found.Over(_rule).Over(defaults._rule);
    }

    private ClockRule Exception(int dimension, SlaSubject subject)
    {
        var (of, exceptions) = _dimensions[dimension];
        return of(subject) is { } name && exceptions.TryGetValue(name, out var rule) ? rule : new(null, null, null);
    }
}
