using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Figures;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>How figures are written.</summary>
internal static class Shown
{
    /// <summary>A whole number.</summary>
    public static string Count(Texts texts, int count) => count.ToString("N0", texts.Culture);

    /// <summary>A rate: a percentage with both counts, or counts alone with the mark of a small sample, or a dash of nothing.</summary>
    public static string Rate(Texts texts, Rate rate) => rate switch
    {
        { Value: null } => texts["Nothing"],
        { Small: true } => texts.Format("RateSmall", Count(texts, rate.Part), Count(texts, rate.Whole)),
        _ => texts.Format("RateFull", Percent(texts, rate), Count(texts, rate.Part), Count(texts, rate.Whole)),
    };

    /// <summary>Only the percentage, with one decimal where it is not whole.</summary>
    public static string Percent(Texts texts, Rate rate) => rate.Value is { } value ? (value * 100).ToString("0.#", texts.Culture) + "%" : texts["Nothing"];

    /// <summary>A span of time in hours and minutes, never in days: a working day has no fixed length.</summary>
    public static string Time(Texts texts, TimeSpan? time)
    {
        if (time is not { } span)
        {
            return texts["Nothing"];
        }

        var minutes = (long)Math.Round(span.TotalMinutes, MidpointRounding.AwayFromZero);
        return minutes < 60 ? texts.Format("Minutes", minutes) : texts.Format("HoursMinutes", (minutes / 60).ToString("N0", texts.Culture), minutes % 60);
    }

    /// <summary>Amounts by currency in one line; a currency comes from outside and is quoted.</summary>
    public static Line Amounts(Texts texts, IReadOnlyList<Money> amounts) => amounts.Count == 0
        ? texts["Nothing"]
        : Phrase.Join(texts["ListSeparator"], amounts.Select(m => Amount(texts, m.Amount, m.Currency)));

    /// <summary>An amount: no decimals where there are none.</summary>
    public static Line Amount(Texts texts, decimal amount, string currency) =>
        Line.Of(new Span.Plain(amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", texts.Culture) + " "), new Span.Quoted(currency));

    /// <summary>The line that explains the mark, when any rate on the card has it.</summary>
    public static IEnumerable<CardSection> SmallSampleNote(Texts texts, IEnumerable<Rate> rates) =>
        rates.Any(r => r is { Small: true, Value: not null })
            ? [new CardSection.Paragraph(texts.Format("SmallSampleNote", Figures.Rate.SmallSample), Tone.Muted)]
            : [];
}
