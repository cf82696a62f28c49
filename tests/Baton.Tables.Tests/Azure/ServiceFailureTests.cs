using System.Globalization;
using Baton.Tables.StandIn;

namespace Baton.Tables.Tests.Azure;

/// <summary>What failures of the service are called, and what an operator is told to do.</summary>
public sealed class ServiceFailureTests : StrictStore
{
    public static TheoryData<string, TableUnavailable, string> Answers { get; } = new()
    {
        { "json 503 ServerBusy", TableUnavailable.Throttled, "throttling" },
        { "json 429 TooManyRequests", TableUnavailable.Throttled, "throttling" },
        { "empty 503", TableUnavailable.Throttled, "throttling" },
        { "json 500 OperationTimedOut", TableUnavailable.IoError, "account's health" },
        { "empty 500", TableUnavailable.IoError, "account's health" },
        { "empty 502", TableUnavailable.IoError, "account's health" },
        { "xml 403 AuthenticationFailed", TableUnavailable.Refused, "clock" },
        { "json 403 AuthorizationPermissionMismatch", TableUnavailable.Refused, "Storage Table Data Contributor" },
        { "xml 403 AuthorizationFailure", TableUnavailable.Refused, "network rules" },
        { "empty 401", TableUnavailable.Refused, "network rules" },
        { "json 409 TableBeingDeleted", TableUnavailable.Locked, "Wait a minute" },
        { "json 400 InvalidInput", TableUnavailable.IoError, "account's health" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_failure_has_its_reason_and_advice(string answer, TableUnavailable reason, string advice)
    {
        Service.Faults.OfReads([.. Enumerable.Repeat(Fault(answer), 3)]);

        var failure = await Assert.ThrowsAsync<TableUnavailableException>(() => Engine.GetAsync(Table, Partition, "a", default));

        Assert.Equal(reason, failure.Reason);
        Assert.Contains(advice, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Service.Key, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json 503 ServerBusy")]
    [InlineData("json 429 TooManyRequests")]
    public async Task A_throttled_write_waits_its_turn_and_is_done_once(string answer)
    {
        Service.Faults.OfWrites(Fault(answer), Fault(answer));

        var etag = await Insert("a", 1);

        Assert.Equal(etag, (await Engine.GetAsync(Table, Partition, "a", default))?.ETag);
        Assert.Equal(0, Service.Faults.Left);
    }

    [Fact]
    public async Task The_wait_that_the_service_asks_for_is_kept()
    {
        Service.Faults.OfWrites(new TableFault.Json(503, "ServerBusy", RetryAfter: 1));
        var asked = TimeProvider.System.GetTimestamp();

        await Insert("a", 1);

        Assert.True(TimeProvider.System.GetElapsedTime(asked) >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_write_that_was_throttled_to_the_end_is_surely_not_there()
    {
        Service.Faults.OfWrites([.. Enumerable.Repeat(Fault("json 503 ServerBusy"), 3)]);

        var failure = await Assert.ThrowsAsync<TableUnavailableException>(() => Insert("a", 1));

        Assert.Equal((TableUnavailable.Throttled, null), (failure.Reason, await Number("a")));
        Assert.DoesNotContain("may or may not", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_told_apart_by_the_advice()
    {
        await using var late = Open(Service.ConnectionString, new ShiftedTime(TimeSpan.FromMinutes(-16)));
        await using var almost = Open(Service.ConnectionString, new ShiftedTime(TimeSpan.FromMinutes(14)));

        var refused = await Assert.ThrowsAsync<TableUnavailableException>(() => late.GetAsync(Table, Partition, "a", default));

        Assert.Equal(TableUnavailable.Refused, refused.Reason);
        Assert.Contains("clock is right", refused.Message, StringComparison.Ordinal);
        Assert.Null(await almost.GetAsync(Table, Partition, "a", default));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_not_repeated()
    {
        await using var stranger = Open($"AccountName={StrictTables.Account};AccountKey=AAAA;TableEndpoint={Service.Endpoint}");
        var asked = Service.Requests.Count;

        var health = Assert.IsType<TableHealth.Failing>(await stranger.CheckAsync(default));

        Assert.Equal((TableUnavailable.Refused, 1), (health.Reason, Service.Requests.Count - asked));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("https://nobody.table.invalid/")]
    public async Task An_account_that_cannot_be_reached_is_told_from_one_that_answers(string endpoint)
    {
        await using var nowhere = Open($"AccountName=nobody;AccountKey=AAAA;TableEndpoint={endpoint}");

        var failure = await Assert.ThrowsAsync<TableUnavailableException>(() => nowhere.CommitAsync(Table, Partition, [new TableAction.Upsert("a", Values(1))], default));

        Assert.Equal(TableUnavailable.Unreachable, failure.Reason);
        Assert.Contains("DNS", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_a_row_that_is_written_and_read_back_and_comes_back_by_itself()
    {
        Assert.IsType<TableHealth.Working>(await Engine.CheckAsync(default));
        Service.Faults.OfWrites([.. Enumerable.Repeat(Fault("json 503 ServerBusy"), 3)]);

        Assert.IsType<TableHealth.Failing>(await Engine.CheckAsync(default));
        Assert.IsType<TableHealth.Working>(await Engine.CheckAsync(default));
    }

    private static TableFault Fault(string answer) => answer.Split(' ') switch
    {
        ["json", var status, var code] => new TableFault.Json(int.Parse(status, CultureInfo.InvariantCulture), code),
        ["xml", var status, var code] => new TableFault.Xml(int.Parse(status, CultureInfo.InvariantCulture), code),
        [_, var status] => new TableFault.Empty(int.Parse(status, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException(answer, nameof(answer)),
    };

    private sealed class ShiftedTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
