using System.Text.Json.Serialization;

namespace Baton.Handoffs.Sla;

/// <summary>
/// One SLA clock of one handoff, as stored. Property names are stored and stay as they are.
/// A clock is running (<see cref="RunningSince"/> set), paused (neither set) or stopped (<see cref="StoppedAt"/> set).
/// </summary>
/// <param name="Kind">Which clock.</param>
/// <param name="StartedAt">When it started, UTC.</param>
/// <param name="ElapsedBefore">Working time banked before <paramref name="RunningSince"/>, under whatever calendars applied then.</param>
/// <param name="RunningSince">Since when it has been running on <paramref name="Calendar"/>, UTC; null when paused or stopped.</param>
/// <param name="StoppedAt">When it stopped, UTC; null while it is open.</param>
/// <param name="Target">Working time allowed.</param>
/// <param name="Calendar">Name of the calendar that counts now.</param>
/// <param name="Ladder">Steps in ascending order of percent.</param>
/// <param name="StepsDone">Percents of the steps already taken, ascending.</param>
/// <param name="PauseReason">Why it is paused; null unless paused.</param>
public sealed partial record ClockState(
    ClockKind Kind,
    DateTimeOffset StartedAt,
    TimeSpan ElapsedBefore,
    DateTimeOffset? RunningSince,
    DateTimeOffset? StoppedAt,
    TimeSpan Target,
    string Calendar,
    IReadOnlyList<LadderStep> Ladder,
    IReadOnlyList<int> StepsDone,
    string? PauseReason)
{
    /// <summary>Percent of the target from which an open clock is at risk.</summary>
    public const int AtRiskPercent = 80;

    /// <summary>Finished runs in order. Their counted time adds up to <see cref="ElapsedBefore"/>.</summary>
    public IReadOnlyList<ClockRun> Runs { get; init; } = [];

    /// <summary>Finished runs under earlier offers, before the ladder moved the handoff on and this clock began; null for none. No step and no deadline of this clock counts them.</summary>
    public IReadOnlyList<ClockRun>? EarlierRuns { get; init; }

    /// <summary>The clock as if nothing had moved on: from the first offer, with every run. It is what figures count.</summary>
    [JsonIgnore]
    public ClockState Whole => EarlierRuns is { Count: > 0 } earlier
        ? this with { StartedAt = earlier[0].From, ElapsedBefore = ElapsedBefore + TimeSpan.FromTicks(earlier.Sum(run => run.Counted.Ticks)), Runs = [.. earlier, .. Runs], EarlierRuns = null }
        : this;

    /// <summary>The clock counts.</summary>
    [JsonIgnore]
    public bool IsRunning => RunningSince is not null;

    /// <summary>The clock is open but does not count.</summary>
    [JsonIgnore]
    public bool IsPaused => RunningSince is null && StoppedAt is null;

    /// <summary>The clock has stopped for good, unless it is reopened.</summary>
    [JsonIgnore]
    public bool IsStopped => StoppedAt is not null;

    /// <summary>The policy that applies, as recorded in the state.</summary>
    [JsonIgnore]
    public ClockPolicy Policy => new(Kind, Target, Calendar, Ladder);

    /// <summary>Equal by value, lists element by element.</summary>
    /// <param name="other">The other state.</param>
    /// <returns>True when both say the same.</returns>
    public bool Equals(ClockState? other) =>
        other is not null
        && (Kind, StartedAt, ElapsedBefore, RunningSince, StoppedAt, Target, Calendar, PauseReason)
            == (other.Kind, other.StartedAt, other.ElapsedBefore, other.RunningSince, other.StoppedAt, other.Target, other.Calendar, other.PauseReason)
        && Ladder.SequenceEqual(other.Ladder)
        && StepsDone.SequenceEqual(other.StepsDone)
        && Runs.SequenceEqual(other.Runs)
        && (EarlierRuns ?? []).SequenceEqual(other.EarlierRuns ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Kind, StartedAt, ElapsedBefore, RunningSince, StoppedAt, Target, Calendar, StepsDone.Count);
}
