using Baton.Handoffs.Chat;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>What a scoring rule gives, on one line.</summary>
internal static class ScoreLine
{
    /// <summary>The line.</summary>
    public static Line Of(string part, int points, string rule, string locale) =>
        Line.Of(new Span.Plain($"{ScoreNames.Part(part, locale)} {points:+0;-0;0} "), new Span.Quoted(ScoreNames.Rule(rule, locale)));
}
