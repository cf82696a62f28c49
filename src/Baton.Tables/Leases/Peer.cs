namespace Baton.Tables;

/// <summary>One look at the leases: monotonic timestamps and this machine's clock, before the question and after the answer.</summary>
internal readonly record struct Look(long Asked, long Answered, DateTimeOffset ClockAsked, DateTimeOffset ClockAnswered);

/// <summary>
/// Another replica as seen from here. Its clock is never compared with ours to tell whether it lives: what counts is how long its row has not changed by our own
/// monotonic clock.
/// </summary>
/// <param name="Id">Which.</param>
/// <param name="Tag">Its latest sign.</param>
/// <param name="Since">When that was first seen, as a timestamp.</param>
/// <param name="IsKnown">Whether a sign was seen to come: a row that was there at our first look may be of one long dead.</param>
/// <param name="Offset">How far its clock is ahead of ours, negative when behind; zero when no difference can be told.</param>
internal sealed record Peer(string Id, string Tag, long Since, bool IsKnown, TimeSpan Offset)
{
    /// <summary>What is known of it after another look.</summary>
    public static Peer After(Peer? before, ReplicaRow row, Look look, Look? previous) =>
        before is null || previous is not { } last ? new Peer(row.Id, row.Tag, look.Answered, false, TimeSpan.Zero)
        : before.Tag == row.Tag ? before
        : new Peer(row.Id, row.Tag, look.Answered, true, Difference(row.At, last.ClockAsked, look.ClockAnswered));

    // The sign was given between the two looks. As long as its clock may have agreed with ours then, nothing can be told.
    private static TimeSpan Difference(DateTimeOffset theirs, DateTimeOffset notBefore, DateTimeOffset notAfter) =>
        theirs > notAfter ? theirs - notAfter : theirs < notBefore ? theirs - notBefore : TimeSpan.Zero;
}
