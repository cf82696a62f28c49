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
    /// <exception cref="JsonException">There is anything in it, or missing, that only the serializer knows how to take; see <see cref="JsonParts"/> too.</exception>
    public static LastAct Last(ref JsonParts parts)
    {
        (string? Kind, EmailAddress? By, DateTimeOffset? At, EmailAddress? To) last = default;
        Span<char> name = stackalloc char[JsonParts.LongestName];
        parts.EnterObject();
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
    /// <exception cref="JsonException">There is anything in them, or missing, that only the serializer knows how to take; see <see cref="JsonParts"/> too.</exception>
    public static Milestones Milestones(ref JsonParts parts)
    {
        DateTimeOffset? source = null, created = null;
        var read = new Milestones { QualifiedAtSource = default, Created = default };
        Span<char> name = stackalloc char[JsonParts.LongestName];
        parts.EnterObject();
        while (parts.Next(name) is { } length)
        {
            var at = parts.Instant();
            switch (name[..length])
            {
                case "qualifiedAtSource":
                    source = at;
                    break;
                case "created":
                    created = at;
                    break;
                default:
                    read = With(read, name[..length], at);
                    break;
            }
        }

        return source is { } qualified && created is { } taken
            ? read with { QualifiedAtSource = qualified, Created = taken }
            : throw new JsonException("The milestones lack something.");
    }

    private static Milestones With(Milestones read, scoped ReadOnlySpan<char> name, DateTimeOffset at) => name switch
    {
        "offered" => read with { Offered = at },
        "cardVisible" => read with { CardVisible = at },
        "accepted" => read with { Accepted = at },
        "rejected" => read with { Rejected = at },
        "firstTouch" => read with { FirstTouch = at },
        "qualified" => read with { Qualified = at },
        "closed" => read with { Closed = at },
        _ => throw JsonParts.Unknown(name),
    };
}
