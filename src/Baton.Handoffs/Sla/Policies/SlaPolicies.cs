namespace Baton.Handoffs.Sla;

/// <summary>Which policy applies to which handoff. Immutable.</summary>
public sealed class SlaPolicies
{
    private readonly Dictionary<ClockKind, ClockRuleBook> _configured;
    private readonly Dictionary<ClockKind, ClockRuleBook> _defaults;

    private SlaPolicies(SlaOptions options, CalendarBook calendars, List<OptionError> errors)
    {
        Calendars = calendars;
        _configured = Books(options, calendars, errors);
        _defaults = Books(DefaultSla.Rules(), calendars, errors);
    }

    /// <summary>All calendars, configured and default.</summary>
    public CalendarBook Calendars { get; }

    /// <summary>The policies that apply where nothing is configured.</summary>
    /// <returns>Policies on the default calendars.</returns>
    public static SlaPolicies Default() =>
        Parse(new(), new Dictionary<string, CalendarOptions>()) is SlaResult.Ok ok
            ? ok.Policies
            : throw new InvalidOperationException("The built-in SLA is invalid.");

    /// <summary>Reads the sections <c>Sla</c> and <c>Calendars</c>. What is left out is taken from <see cref="DefaultSla"/>.</summary>
    /// <param name="options">The section <c>Sla</c>.</param>
    /// <param name="calendars">The section <c>Calendars</c>: calendars by name; one named like a default calendar replaces it.</param>
    /// <param name="sets">Holiday sets the calendars may name; the built-in ones when null.</param>
    /// <returns>The policies, or every error.</returns>
    public static SlaResult Parse(SlaOptions options, IReadOnlyDictionary<string, CalendarOptions> calendars, HolidaySets? sets = null)
    {
        var errors = new List<OptionError>();
        var merged = DefaultSla.Calendars();
        foreach (var (name, calendar) in calendars)
        {
            merged[name] = calendar;
        }

        var parsed = merged.Select(each => ParseCalendar(each.Key, each.Value, sets, errors)).ToList();
        var fallback = parsed.First(calendar => string.Equals(calendar.Name, DefaultSla.BusinessCalendar, StringComparison.OrdinalIgnoreCase));
        var policies = new SlaPolicies(options, new CalendarBook(fallback, parsed), errors);
        return errors.Count == 0 ? new SlaResult.Ok(policies) : new SlaResult.Invalid(errors);
    }

    /// <summary>Chooses the policy of one clock for one handoff. Record it with the handoff: it stays until it is changed there.</summary>
    /// <param name="kind">Which clock.</param>
    /// <param name="subject">What is known about the handoff.</param>
    /// <returns>Target, calendar and ladder.</returns>
    public ClockPolicy For(ClockKind kind, SlaSubject subject)
    {
        var rule = _configured[kind].For(subject, _defaults[kind]);
        return new(kind, rule.Target!.On(Calendars.Get(rule.Calendar!)), Calendars.Get(rule.Calendar!).Name, rule.Ladder!);
    }

    // A wrong calendar still takes its place under its name, so that it is reported once and not again by every rule that names it.
    private static WorkingCalendar ParseCalendar(string name, CalendarOptions options, HolidaySets? sets, List<OptionError> errors)
    {
        switch (WorkingCalendar.Parse(name, options, sets))
        {
            case CalendarResult.Ok ok:
                return ok.Calendar;
            case CalendarResult.Invalid invalid:
                errors.AddRange(invalid.Errors);
                break;
        }

        return WorkingCalendar.AlwaysOpen(name);
    }

    private static Dictionary<ClockKind, ClockRuleBook> Books(SlaOptions options, CalendarBook calendars, List<OptionError> errors) => new()
    {
        [ClockKind.Accept] = new(ClockKind.Accept, options.Accept, calendars, errors),
        [ClockKind.Contact] = new(ClockKind.Contact, options.Contact, calendars, errors),
        [ClockKind.Outcome] = new(ClockKind.Outcome, options.Outcome, calendars, errors),
    };
}
