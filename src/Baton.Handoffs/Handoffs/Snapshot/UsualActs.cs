using System.Text.Json;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Handoffs;

/// <summary>Reads what a <see cref="UsualSnapshot"/> says of what people did and when.</summary>
internal static class UsualActs
{
    /// <summary>The people of a team, who are the same in all of its handoffs.</summary>
    public static readonly RecurringJson<EmailAddress> People = new(HandoffJson.Stored.EmailAddress);

    private static readonly RecurringJson<string> Kinds = new(HandoffJson.Stored.String);

    /// <summary>Reads the last act.</summary>
    /// <param name="parts">Stands on it, and then on its end.</param>
    /// <exception cref="JsonException">There is anything in it, or missing, that only the serializer knows how to take.</exception>
    public static LastAct Last(ref JsonParts parts)
    {
        (string? Kind, EmailAddress? By, DateTimeOffset? At, EmailAddress? To) last = default;
        Span<char> name = stackalloc char[JsonParts.LongestName];
        while (parts.Next(name) is { } length)
        {
            switch (name[..length])
            {
                case "kind":
                    last.Kind = parts.Recurring(Kinds);
                    break;
                case "by":
                    last.By = parts.Recurring(People);
                    break;
                case "at":
                    last.At = parts.Instant();
                    break;
                case "to":
                    last.To = parts.Recurring(People);
                    break;
                default:
                    throw JsonParts.Unknown(name[..length]);
            }
        }

        return last is { Kind: { } kind, By: { } by, At: { } at } ? new LastAct(kind, by, at, last.To) : throw new JsonException("The last act lacks something.");
    }

    /// <summary>Reads the milestones.</summary>
    /// <param name="parts">Stands on them, and then on their end.</param>
    /// <exception cref="JsonException">There is anything in them, or missing, that only the serializer knows how to take.</exception>
    public static Milestones Milestones(ref JsonParts parts)
    {
        DateTimeOffset? qualifiedAtSource = null, created = null, offered = null, visible = null, accepted = null, touched = null;
        Span<char> name = stackalloc char[JsonParts.LongestName];
        while (parts.Next(name) is { } length)
        {
            switch (name[..length])
            {
                case "qualifiedAtSource":
                    qualifiedAtSource = parts.Instant();
                    break;
                case "created":
                    created = parts.Instant();
                    break;
                case "offered":
                    offered = parts.Instant();
                    break;
                case "cardVisible":
                    visible = parts.Instant();
                    break;
                case "accepted":
                    accepted = parts.Instant();
                    break;
                case "firstTouch":
                    touched = parts.Instant();
                    break;
                default:
                    throw JsonParts.Unknown(name[..length]);
            }
        }

        return qualifiedAtSource is null || created is null
            ? throw new JsonException("The milestones lack something.")
            : new Milestones { QualifiedAtSource = qualifiedAtSource.Value, Created = created.Value, Offered = offered, CardVisible = visible, Accepted = accepted, FirstTouch = touched };
    }
}
