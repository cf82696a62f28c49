using Azure;
using Baton.Tables.Azure.Client;
using Baton.Tables.StandIn;

namespace Baton.Tables.Tests.Azure;

/// <summary>What the real service does otherwise than the emulator, and what a client easily gets wrong.</summary>
public sealed class ServiceTrapTests : StrictStore
{
    private TableClient Client => new TableServiceClient(Service.Endpoint, new TableSharedKeyCredential(StrictTables.Account, Service.Key)).GetTableClient(Table);

    [Fact]
    public async Task A_transaction_over_two_partitions_is_refused_before_the_wire()
    {
        TableTransactionAction[] mixed = [new(TableTransactionActionType.Add, new TableEntity("p", "1")), new(TableTransactionActionType.Add, new TableEntity("q", "1"))];
        var sent = Service.Requests.Count;

        await Assert.ThrowsAsync<ArgumentException>(() => Client.SubmitTransactionAsync(mixed));

        Assert.Equal(sent, Service.Requests.Count);
    }

    [Fact]
    public async Task An_update_or_delete_without_an_etag_is_refused_before_the_wire()
    {
        await Insert("a", 1);

        await Assert.ThrowsAsync<ArgumentException>(() => Client.UpdateEntityAsync(new TableEntity(Partition, "a"), default, TableUpdateMode.Replace));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.DeleteEntityAsync(Partition, "a", default));

        Assert.Equal(1, await Number("a"));
    }

    [Fact]
    public async Task More_than_a_thousand_rows_a_page_are_refused_by_the_service()
    {
        await using var pages = Client.QueryAsync("PartitionKey eq 'p'", 1001).GetAsyncEnumerator();

        var refused = await Assert.ThrowsAsync<RequestFailedException>(async () => await pages.MoveNextAsync());

        Assert.Equal((400, "InvalidInput"), (refused.Status, refused.ErrorCode));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_empty_page_is_not_the_end_and_continuations_are_handed_back_as_they_came(bool withoutRowKey)
    {
        for (var i = 0; i < 7; i++)
            await Insert($"{i}", i);
        (Service.Paging.TakesNothingFirst, Service.Paging.MostOnAPage, Service.Paging.LeavesOutRowKey) = (true, 3, withoutRowKey);

        var first = await Engine.QueryAsync(Table, Partition, RowRange.All, 1000, null, default);
        var all = new List<string>();
        await foreach (var row in Engine.ReadAllAsync(Table, Partition, RowRange.All, default))
            all.Add(row.RowKey);

        Assert.Empty(first.Rows);
        Assert.NotNull(first.Continuation);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6"], all);
    }

    [Fact]
    public async Task A_refused_transaction_says_which_action_and_why()
    {
        await Insert("b", 1);

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Client.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity(Partition, "a")), new(TableTransactionActionType.Add, new TableEntity(Partition, "b"))]));

        Assert.Equal((1, 409, TableErrorCode.EntityAlreadyExists), (refused.FailedTransactionActionIndex, refused.Status, refused.ErrorCode));
        Assert.Null(await Number("a"));
    }

    [Fact]
    public async Task The_code_of_an_error_is_found_in_xml_and_missed_where_there_is_none()
    {
        Service.Faults.OfReads(new TableFault.Xml(400, "InvalidHeaderValue"), new TableFault.Empty(400));

        var xml = await Assert.ThrowsAsync<RequestFailedException>(() => Client.GetEntityIfExistsAsync(Partition, "a"));
        var none = await Assert.ThrowsAsync<RequestFailedException>(() => Client.GetEntityIfExistsAsync(Partition, "a"));

        Assert.Equal((400, "InvalidHeaderValue"), (xml.Status, xml.ErrorCode));
        Assert.Equal((400, null), (none.Status, none.ErrorCode));
    }

    [Theory]
    [InlineData("it's 50%")]
    [InlineData("''")]
    [InlineData("a+b&c=d;e:f@g,h(i)")]
    [InlineData("%2f%23")]
    [InlineData("..")]
    [InlineData("日本 \u3000 é \u200e ㍿")]
    [InlineData("😀\U0010FFFF\uE000")]
    public async Task What_is_sent_of_a_key_is_what_is_signed(string key)
    {
        await Engine.CommitAsync(Table, key, [new TableAction.Insert(key, Values(1)), new TableAction.Upsert(key + "2", Values(2))], default);
        var etag = (await Engine.CommitAsync(Table, key, [new TableAction.Upsert(key, Values(3))], default))[0];

        Assert.Equal(3, (await Engine.GetAsync(Table, key, key, default))?.Values.GetInt32("number"));
        Assert.Equal([key, key + "2"], (await Engine.QueryAsync(Table, key, RowRange.Prefix(key), 10, null, default)).Rows.Select(row => row.RowKey));
        await Engine.CommitAsync(Table, key, [new TableAction.Delete(key, etag)], default);
    }

    [Fact]
    public async Task A_shared_access_signature_opens_the_account_too()
    {
        await using var signed = Open($"TableEndpoint={Service.Endpoint};SharedAccessSignature={Service.SharedAccessSignature}");
        await using var addressed = Open($"{Service.Endpoint}?{Service.SharedAccessSignature}");

        await signed.CommitAsync(Table, Partition, [new TableAction.Insert("a", Values(1)), new TableAction.Insert("b", Values(1))], default);

        Assert.Equal(2, (await addressed.QueryAsync(Table, Partition, RowRange.All, 10, null, default)).Rows.Count);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_never_gets_to_the_wire()
    {
        var text = new string('\u0001', TableRules.MaxStringLength);
        var heavy = Enumerable.Range(0, 30).Select(TableAction (i) => new TableAction.Insert($"{i}", new TableValues { { "text", text } })).ToArray();

        await Assert.ThrowsAsync<ArgumentException>(() => Commit(heavy));
        await Commit(heavy[..20]);
    }
}
