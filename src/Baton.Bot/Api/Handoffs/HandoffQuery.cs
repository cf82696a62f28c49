using System.Globalization;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary>Which handoffs a list is asked for.</summary>
internal sealed record HandoffQuery
{
    /// <summary>The longest page.</summary>
    internal const int MaxPage = 200;

    internal const int UsualPage = 100;

    private static readonly string[] Names = ["state", "owner", "due", "limit", "cursor"];

    /// <summary>In that state.</summary>
    internal HandoffState? State { get; init; }

    /// <summary>That person's.</summary>
    internal EmailAddress? Owner { get; init; }

    /// <summary>With a running clock that is due before then.</summary>
    internal DateTimeOffset? Due { get; init; }

    /// <summary>At most so many.</summary>
    internal int Limit { get; init; } = UsualPage;

    /// <summary>From there on.</summary>
    internal HandoffCursor? Cursor { get; init; }

    /// <summary>Reads a query string; every wrong or unknown parameter is an error.</summary>
    internal static (HandoffQuery Query, IReadOnlyList<FieldError> Errors) Read(IQueryCollection given)
    {
        var errors = new List<FieldError>();
        var query = new HandoffQuery
        {
            State = Value<HandoffState>(given, "state", errors, $"one of {string.Join(", ", Enum.GetNames<HandoffState>())}", t => char.IsLetter(t[0]) && Enum.TryParse<HandoffState>(t, true, out var state) ? state : null),
            Owner = Value<EmailAddress>(given, "owner", errors, LeadRules.Email, t => EmailAddress.TryParse(t, out var owner) ? owner : null),
            Due = Value(given, "due", errors, LeadRules.Time, Time),
            Limit = Value(given, "limit", errors, $"a whole number from 1 to {MaxPage}", t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxPage ? limit : (int?)null) ?? UsualPage,
            Cursor = Value(given, "cursor", errors, "the 'next' of the page before", HandoffCursor.Parse),
        };
        errors.AddRange(given.Keys.Except(Names, StringComparer.OrdinalIgnoreCase).Select(k => new FieldError(FieldError.Shown(k), FieldError.Shown(given[k]), $"one of {string.Join(", ", Names)}")));
        return (query, errors);
    }

    /// <summary>Whether a handoff is meant.</summary>
    internal bool Takes(HandoffFact fact) =>
        (State is null || fact.State == State)
        && (Owner is null || fact.Owner == Owner)
        && (Due is null || fact.Clocks.Any(c => c.StoppedAt is null && c.DueAt < Due));

    // In a query, + means a blank: an offset that was sent as it is arrives with one.
    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && text.Contains('T', StringComparison.Ordinal) ? at : null;

    private static T? Value<T>(IQueryCollection given, string name, List<FieldError> errors, string rule, Func<string, T?> read)
        where T : struct
    {
        if (!given.TryGetValue(name, out var values) || values is [null or ""])
        {
            return null;
        }

        var value = values is [{ } one] ? read(one) : null;
        if (value is null)
        {
            errors.Add(new FieldError(name, FieldError.Shown(values), rule));
        }

        return value;
    }
}
