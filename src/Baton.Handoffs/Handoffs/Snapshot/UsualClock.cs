using System.Text.Json;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Handoffs;

/// <summary>Reads a clock of a <see cref="UsualSnapshot"/>.</summary>
internal ref struct UsualClock
{
    private static readonly RecurringJson<ClockKind> Kinds = new(HandoffJson.Stored.ClockKind);
    private static readonly RecurringJson<TimeSpan> Spans = new(HandoffJson.Stored.TimeSpan);
    private static readonly RecurringJson<string> Calendars = new(HandoffJson.Stored.String);
    private static readonly RecurringJson<IReadOnlyList<LadderStep>> Ladders = new(HandoffJson.Stored.IReadOnlyListLadderStep);

    private ClockKind? kind;
    private DateTimeOffset? startedAt;
    private TimeSpan? elapsedBefore;
    private DateTimeOffset? runningSince;
    private DateTimeOffset? stoppedAt;
    private TimeSpan? target;
    private string? calendar;
    private IReadOnlyList<LadderStep>? ladder;
    private IReadOnlyList<int>? stepsDone;
    private string? pauseReason;
    private IReadOnlyList<ClockRun> runs = [];
    private IReadOnlyList<ClockRun>? earlierRuns;

    /// <summary>Nothing is read yet.</summary>
    public UsualClock()
    {
    }

    /// <summary>Reads a clock.</summary>
    /// <param name="parts">Stands on it, and then on its end.</param>
    /// <exception cref="JsonException">There is anything in it, or missing, that only the serializer knows how to take; see <see cref="JsonParts"/> too.</exception>
    public static ClockState Read(ref JsonParts parts)
    {
        var clock = new UsualClock();
        Span<char> name = stackalloc char[JsonParts.LongestName];
        parts.EnterObject();
        while (parts.Next(name) is { } length)
        {
            clock.Read(name[..length], ref parts);
        }

        return clock.Build() ?? throw new JsonException("A clock lacks something.");
    }

    private void Read(scoped ReadOnlySpan<char> name, ref JsonParts value)
    {
        switch (name)
        {
            case "kind":
                kind = value.Recurring(Kinds);
                break;
            case "startedAt":
                startedAt = value.Instant();
                break;
            case "elapsedBefore":
                elapsedBefore = value.Recurring(Spans);
                break;
            case "runningSince":
                runningSince = value.Instant();
                break;
            case "stoppedAt":
                stoppedAt = value.Instant();
                break;
            case "target":
                target = value.Recurring(Spans);
                break;
            case "calendar":
                calendar = value.Recurring(Calendars);
                break;
            case "ladder":
                ladder = value.Recurring(Ladders);
                break;
            case "stepsDone":
                stepsDone = value.List(HandoffJson.Stored.IReadOnlyListInt32);
                break;
            case "pauseReason":
                pauseReason = value.String();
                break;
            case "runs":
                runs = value.List(HandoffJson.Stored.IReadOnlyListClockRun);
                break;
            case "earlierRuns":
                earlierRuns = value.List(HandoffJson.Stored.IReadOnlyListClockRun);
                break;
            default:
                throw JsonParts.Unknown(name);
        }
    }

    private readonly ClockState? Build() =>
        kind is null || startedAt is null || elapsedBefore is null || target is null || calendar is null || ladder is null || stepsDone is null
            ? null
            : new ClockState(kind.Value, startedAt.Value, elapsedBefore.Value, runningSince, stoppedAt, target.Value, calendar, ladder, stepsDone, pauseReason) { Runs = runs, EarlierRuns = earlierRuns };
}
