using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Nudges;

namespace Baton.Tables.Tests.Stores;

/// <summary>Rows of a newer release, met by this one while replicas are brought up one by one.</summary>
public class RowFormTests : StoreTests
{
    private static readonly EmailAddress Rep = EmailAddress.Parse("rep@sales.example");

    [Fact]
    public async Task An_inbox_of_a_newer_release_is_neither_read_nor_written()
    {
        var inboxes = new TableInboxes(Engine);
        await inboxes.ChangeAsync(Rep, was => was with { Settled = [] }, default);
        await MakeNewerAsync(BatonTables.People, "inbox|rep@sales.example", "inbox");
        await Assert.ThrowsAsync<NewerSchemaException>(() => inboxes.LoadAsync(Rep, default));
        await Assert.ThrowsAsync<NewerSchemaException>(() => inboxes.ChangeAsync(Rep, was => was with { Settled = [] }, default));
    }

    [Fact]
    public async Task What_a_newer_release_knows_of_a_person_is_read_and_never_written_back_in_an_older_form()
    {
        var people = new TablePeople(Engine);
        await people.ChangeAsync(Rep, was => was with { ChosenLocale = "ja" }, default);
        await MakeNewerAsync(BatonTables.People, "people", Rep.Value);
        Assert.Equal("ja", Assert.Single(await people.AllAsync(default)).ChosenLocale);
        await Assert.ThrowsAsync<NewerSchemaException>(() => people.ChangeAsync(Rep, was => was with { ChosenLocale = "en" }, default));
        Assert.Equal("ja", Assert.Single(await people.AllAsync(default)).ChosenLocale);
    }

    [Fact]
    public async Task A_row_of_an_older_release_is_in_the_first_form()
    {
        var values = new TableValues(1);
        values.AddJson(new Inbox { Person = Rep }, HandoffJson.Stored.Inbox);
        await Engine.CommitAsync(BatonTables.People, "inbox|rep@sales.example", [new TableAction.Insert("inbox", values)], default);
        Assert.Equal(Rep, (await new TableInboxes(Engine).LoadAsync(Rep, default)).Person);
    }

    private async Task MakeNewerAsync(string table, string partition, string rowKey)
    {
        var row = (await Engine.GetAsync(table, partition, rowKey, default))!;
        await Engine.CommitAsync(table, partition, [new TableAction.Replace(rowKey, row.Values.With("schema", 2), row.ETag)], default);
    }
}
