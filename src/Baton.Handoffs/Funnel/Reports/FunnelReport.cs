using Baton.Handoffs.Chat;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>An answer to <c>/funnel</c>.</summary>
/// <param name="Card">What people see.</param>
/// <param name="Data">The figures that the card was made of, for programs; null when there are none.</param>
public sealed record FunnelReport(Card Card, object? Data)
{
    /// <summary>Whether it depends on nothing but the command and the language, and so is made once.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Whether it is for the asker alone, so that it is not shared though the asker said so.</summary>
    public bool IsPrivate { get; init; }

    internal static FunnelReport Of(Texts texts, Line summary, IReadOnlyList<CardSection> sections, object? data, CardKind kind = CardKind.Report) =>
        new(new Card { Kind = kind, Locale = texts.Locale, Summary = summary, Sections = sections }, data);
}
