using System.Text.Json;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Handoffs;

/// <summary>
/// Reads lead and score as nearly all are stored, which is read for every card. The serializer reads them all, and has the last word on what makes
/// no sense. Only what a score's rules say is shared with other handoffs: nothing of a lead may be kept.
/// </summary>
internal static class UsualOrigin
{
    private static readonly RecurringJson<ScorePoint> Points = new(HandoffJson.Stored.ScorePoint);

    /// <summary>Reads lead and score; null when there is anything in them, or missing, that only the serializer knows how to take.</summary>
    /// <param name="json">What <see cref="Origin.Json"/> gave.</param>
    public static OriginForm? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var parts = new JsonParts(json);
            var form = Form(ref parts);
            return parts.Ends() ? form : null;
        }
        catch (Exception unusual) when (unusual is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static OriginForm Form(ref JsonParts parts)
    {
        (Lead? Lead, ScoreCard? Score) form = default;
        Span<char> name = stackalloc char[JsonParts.LongestName];
        parts.EnterObject();
        while (parts.Next(name) is { } length)
        {
            switch (name[..length])
            {
                case "lead":
                    form.Lead = UsualLead.Read(ref parts);
                    break;
                case "score":
                    form.Score = Score(ref parts);
                    break;
                default:
                    throw JsonParts.Unknown(name[..length]);
            }
        }

        return form is { Lead: { } lead, Score: { } score } ? new OriginForm(lead, score) : throw new JsonException("Lead or score is not there.");
    }

    private static ScoreCard Score(ref JsonParts parts)
    {
        (int? Attributes, int? Behaviour, int? Engagement, int? Given, List<ScorePoint>? Trace) score = default;
        Span<char> name = stackalloc char[JsonParts.LongestName];
        parts.EnterObject();
        while (parts.Next(name) is { } length)
        {
            switch (name[..length])
            {
                case "attributes":
                    score.Attributes = parts.Int32();
                    break;
                case "behaviour":
                    score.Behaviour = parts.Int32();
                    break;
                case "engagement":
                    score.Engagement = parts.Int32();
                    break;
                case "given":
                    score.Given = parts.Int32();
                    break;
                case "trace":
                    score.Trace = Trace(ref parts);
                    break;
                case "total":
                    parts.Skip();
                    break;
                default:
                    throw JsonParts.Unknown(name[..length]);
            }
        }

        return score is { Attributes: { } attributes, Behaviour: { } behaviour, Engagement: { } engagement, Trace: { } trace }
            ? new ScoreCard(attributes, behaviour, engagement, score.Given, trace)
            : throw new JsonException("The score lacks something.");
    }

    private static List<ScorePoint> Trace(ref JsonParts parts)
    {
        var trace = new List<ScorePoint>();
        parts.EnterArray();
        while (parts.NextElement())
        {
            trace.Add(parts.Recurring(Points));
        }

        return trace;
    }
}
