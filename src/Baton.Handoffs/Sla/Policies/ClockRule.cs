namespace Baton.Handoffs.Sla;

// One clock's rule or exception after parsing; null where it leaves the value to the rule above.
internal sealed record ClockRule(SlaTarget? Target, string? Calendar, IReadOnlyList<LadderStep>? Ladder)
{
    // This rule's values where it has them, the other's elsewhere.
    public ClockRule Over(ClockRule below) => new(Target ?? below.Target, Calendar ?? below.Calendar, Ladder ?? below.Ladder);

    public static ClockRule Parse(string key, ClockKind kind, ClockOptions options, CalendarBook calendars, List<OptionError> errors)
    {
        var target = options.Target is { } text ? SlaTarget.Parse(text) : null;
        if (options.Target is not null && target is null)
        {
            errors.Add(new($"{key}:Target", options.Target, SlaTarget.Expected));
        }

        if (options.Calendar is { } calendar && !calendars.Knows(calendar))
        {
            errors.Add(new($"{key}:Calendar", calendar, $"one of {string.Join(", ", calendars.Names)}"));
        }

        var ladder = options.Ladder is { } lines ? LadderParser.Parse($"{key}:Ladder", lines, kind, errors) : null;
        return new(target, options.Calendar, ladder);
    }
}
