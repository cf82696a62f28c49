using Baton.Handoffs.Tests.Doubles;
using Baton.Tables.Azure;
using Baton.Tables.StandIn;

namespace Baton.Tables.Tests.Azure;

/// <summary>What becomes of a commit whose answer is lost: it is never a conflict with itself, and never somebody else's success.</summary>
public sealed class LostAnswerTests : StrictStore
{
    private const string BeforeTheWrite = "before the write";
    private const string Busy = "503 without a word";
    private const string AfterTheWrite = "after the write";
    private const string InTheAnswer = "in the answer";
    private const string TimedOut = "timed out";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    private readonly TestClock clock = new(TimeProvider.System.GetUtcNow());

    [Theory]
    [InlineData(AfterTheWrite)]
    [InlineData(InTheAnswer)]
    [InlineData(TimedOut)]
    public async Task A_batch_that_took_effect_succeeds_with_etags_that_hold(string when)
    {
        var before = await Insert("a", 1);
        Service.Faults.OfWrites(Fault(when));

        var etags = await Commit(new TableAction.Replace("a", Values(2), before), new TableAction.Insert("b", Values(2)));

        Assert.Equal((2, 2), (await Number("a"), await Number("b")));
        await Commit(new TableAction.Replace("a", Values(3), etags[0]), new TableAction.Delete("b", etags[1]));
    }

    [Theory]
    [InlineData(AfterTheWrite)]
    [InlineData(TimedOut)]
    public async Task A_single_row_that_took_effect_succeeds_and_is_not_written_twice(string when)
    {
        Service.Faults.OfWrites(Fault(when));
        var inserted = await Insert("a", 1);
        Service.Faults.OfWrites(Fault(when));
        await Commit(new TableAction.Replace("a", Values(2), inserted));
        Service.Faults.OfWrites(Fault(when));
        await Commit(new TableAction.Upsert("a", Values(3)));

        Assert.Equal(3, await Number("a"));
        Assert.Equal(1 + 3, Service.Requests.Count(IsWrite));
    }

    [Fact]
    public async Task A_batch_that_never_arrived_is_sent_again()
    {
        var before = await Insert("a", 1);
        Service.Faults.OfWrites(new TableFault.DropBefore(), new TableFault.Empty(503));

        await Commit(new TableAction.Replace("a", Values(2), before), new TableAction.Insert("b", Values(2)));

        Assert.Equal((2, 2), (await Number("a"), await Number("b")));
    }

    [Fact]
    public async Task The_same_words_of_somebody_else_are_not_taken_for_ones_own()
    {
        Service.Faults.OfWrites(new TableFault.DropBefore(() => Rival(new TableAction.Insert("a", Values(1)))));

        var open = await Assert.ThrowsAsync<TableUnavailableException>(() => Insert("a", 1));

        Assert.Equal(TableUnavailable.IoError, open.Reason);
        Assert.Contains("may or may not be there", open.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_race_is_a_conflict_where_a_row_proves_that_nothing_was_applied()
    {
        var before = await Insert("a", 1);
        Service.Faults.OfWrites(new TableFault.DropBefore(() => Rival(new TableAction.Insert("b", Values(7)))));

        var conflict = await Assert.ThrowsAsync<TableConflictException>(() => Commit(new TableAction.Replace("a", Values(2), before), new TableAction.Insert("b", Values(2))));

        Assert.Equal((1, "b", TableConflict.AlreadyExists), (conflict.Index, conflict.RowKey, conflict.Kind));
        Assert.Equal((1, 7), (await Number("a"), await Number("b")));
    }

    [Fact]
    public async Task What_others_made_of_a_row_meanwhile_is_not_overwritten_by_the_etag_that_comes_back()
    {
        Service.Faults.OfWrites(new TableFault.DropAfter(() => Rival(new TableAction.Upsert("b", Values(7)))));

        var etags = await Commit(new TableAction.Insert("a", Values(1)), new TableAction.Insert("b", Values(1)));

        await Commit(new TableAction.Replace("a", Values(2), etags[0]));
        var conflict = await Assert.ThrowsAsync<TableConflictException>(() => Commit(new TableAction.Replace("b", Values(2), etags[1])));
        Assert.Equal((TableConflict.Changed, 7), (conflict.Kind, await Number("b")));
    }

    [Fact]
    public async Task A_row_that_took_effect_and_was_changed_since_is_neither_success_nor_conflict()
    {
        Service.Faults.OfWrites(new TableFault.DropAfter(() => Rival(new TableAction.Upsert("a", Values(7)))));

        var open = await Assert.ThrowsAsync<TableUnavailableException>(() => Insert("a", 1));

        Assert.Equal((TableUnavailable.IoError, 7), (open.Reason, await Number("a")));
    }

    [Fact]
    public async Task A_deletion_that_may_have_been_anybodys_is_left_open()
    {
        var etag = await Insert("a", 1);
        Service.Faults.OfWrites(new TableFault.DropAfter());

        var open = await Assert.ThrowsAsync<TableUnavailableException>(() => Commit(new TableAction.Delete("a", etag)));

        Assert.Equal((TableUnavailable.IoError, null), (open.Reason, await Number("a")));
    }

    [Theory]
    [InlineData(BeforeTheWrite)]
    [InlineData(Busy)]
    public async Task When_every_answer_is_lost_the_batch_is_sent_three_times_and_left_open(string when)
    {
        Service.Faults.OfWrites([.. Enumerable.Repeat(Fault(when), 9)]);

        var open = await Assert.ThrowsAsync<TableUnavailableException>(() => Insert("a", 1));

        Assert.Equal(TableUnavailable.IoError, open.Reason);
        Assert.Contains("may or may not be there", open.Message, StringComparison.Ordinal);
        Assert.Equal(1 + CommitSender.MaxRepetitions, 9 - Service.Faults.Left);
    }

    [Fact]
    public async Task A_commit_whose_time_is_over_is_sent_no_more_and_left_open()
    {
        await using var brief = Open(Service.ConnectionString, clock, Limit);
        Service.Faults.OfWrites(new TableFault.Json(503, "ServerBusy", RetryAfter: 5));
        var before = Service.Requests.Count(IsWrite);

        var commit = brief.CommitAsync(Table, Partition, [new TableAction.Insert("a", Values(1))], default);
        while (Service.Requests.Count(IsWrite) == before && !commit.IsCompleted)
            await Task.Delay(Moment, TimeProvider.System);
        clock.Advance(Limit);
        var open = await Assert.ThrowsAsync<TableUnavailableException>(() => commit);

        Assert.Contains("may or may not be there", open.Message, StringComparison.Ordinal);
        Assert.Equal((1, null), (Service.Requests.Count(IsWrite) - before, await Number("a")));
    }

    [Fact]
    public async Task A_commit_whose_time_is_over_is_still_found_where_it_took_effect()
    {
        await using var brief = Open(Service.ConnectionString, clock, Limit);
        var isOver = new TaskCompletionSource();
        Service.Faults.OfWrites(new TableFault.DropAfter(() =>
        {
            clock.Advance(Limit);
            return isOver.Task;
        }));

        var etags = await brief.CommitAsync(Table, Partition, [new TableAction.Insert("a", Values(1))], default);
        isOver.SetResult();

        await Commit(new TableAction.Replace("a", Values(2), etags[0]));
    }

    [Fact]
    public async Task A_commit_that_has_begun_is_not_given_up_by_its_caller()
    {
        using var giveUp = new CancellationTokenSource();
        Service.Faults.OfWrites(new TableFault.DropBefore(giveUp.CancelAsync));

        await Engine.CommitAsync(Table, Partition, [new TableAction.Insert("a", Values(1))], giveUp.Token);

        Assert.Equal(1, await Number("a"));
    }

    [Fact]
    public async Task Bytes_that_the_caller_uses_again_are_sent_as_they_were()
    {
        var bytes = new byte[] { 1, 2, 3 };
        Service.Faults.OfWrites(new TableFault.DropBefore());
        var commit = Commit(new TableAction.Insert("a", new TableValues { { "bytes", bytes } }));
        bytes.AsSpan().Clear();

        await commit;

        Assert.Equal([1, 2, 3], (await Engine.GetAsync(Table, Partition, "a", default))!.Values.GetBinary("bytes"));
    }

    private static TableFault Fault(string when) => when switch
    {
        BeforeTheWrite => new TableFault.DropBefore(),
        Busy => new TableFault.Empty(503),
        AfterTheWrite => new TableFault.DropAfter(),
        InTheAnswer => new TableFault.DropInTheMiddle(),
        _ => new TableFault.DoneButTimedOut(),
    };

    private static bool IsWrite(string request) => !request.StartsWith("GET", StringComparison.Ordinal);
}
