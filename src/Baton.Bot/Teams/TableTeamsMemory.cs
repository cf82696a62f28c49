using Baton.Handoffs.Leads;
using Baton.Tables;
using Baton.Teams.Places;

namespace Baton.Bot.Teams;

/// <summary>
/// What Teams tells once, in table storage: table <c>teams</c>, partition <c>conversations</c> with a row for each of them, partition <c>people</c> with a row for each e-mail address,
/// partition <c>greetings</c> with a row for each chat with a person.
/// </summary>
internal sealed class TableTeamsMemory(ITableEngine engine) : ITeamsMemory
{
    /// <summary>The table.</summary>
    public const string Table = "teams";

    private const string Conversations = "conversations";
    private const string People = "people";
    private const string Greetings = "greetings";
    private const char Between = ' ';

    public async Task<KnownConversation?> ConversationAsync(string id, CancellationToken cancellation) =>
        await engine.GetAsync(Table, Conversations, TableKey.Join(id), cancellation) is { } row ? Conversation(row) : null;

    public async Task<IReadOnlyList<KnownConversation>> ConversationsAsync(CancellationToken cancellation) => await AllAsync(Conversations, Conversation, cancellation);

    public Task<bool> AddAsync(KnownConversation conversation, CancellationToken cancellation) =>
        engine.TryCommitAsync(Table, Conversations, [new TableAction.Insert(TableKey.Join(conversation.Id), Values(conversation))], cancellation);

    public Task KeepAsync(KnownConversation conversation, CancellationToken cancellation) =>
        PutAsync(Conversations, TableKey.Join(conversation.Id), Values(conversation), cancellation);

    public Task ForgetAsync(string id, CancellationToken cancellation) =>
        engine.TryCommitAsync(Table, Conversations, [new TableAction.Remove(TableKey.Join(id))], cancellation);

    public async Task<Greeting?> GreetingAsync(string conversation, CancellationToken cancellation) =>
        await engine.GetAsync(Table, Greetings, TableKey.Join(conversation), cancellation) is { } row ? Greeting(row) : null;

    public async Task<Greeting?> SaveAsync(Greeting greeting, CancellationToken cancellation)
    {
        try
        {
            var action = TableCommits.InsertOrReplace(TableKey.Join(greeting.Conversation), Values(greeting), greeting.Tag.Length == 0 ? null : greeting.Tag);
            return greeting with { Tag = (await engine.CommitAsync(Table, Greetings, [action], cancellation))[0] };
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    public Task ForgetGreetingAsync(string conversation, CancellationToken cancellation) =>
        engine.TryCommitAsync(Table, Greetings, [new TableAction.Remove(TableKey.Join(conversation))], cancellation);

    public async Task<KnownPerson?> PersonAsync(EmailAddress email, CancellationToken cancellation) =>
        await engine.GetAsync(Table, People, TableKey.Join(email.Value), cancellation) is { } row ? Person(row) : null;

    public async Task<IReadOnlyList<KnownPerson>> PeopleAsync(CancellationToken cancellation) => await AllAsync(People, Person, cancellation);

    public Task KeepAsync(KnownPerson person, CancellationToken cancellation) => PutAsync(
        People,
        TableKey.Join(person.Email.Value),
        new TableValues
        {
            { "email", person.Email.Value }, { "user", person.UserId }, { "object", person.ObjectId }, { "service", person.ServiceUrl.OriginalString },
            { "tenant", person.Tenant }, { "conversation", person.Conversation },
        },
        cancellation);

    // The last to tell is right: nothing here depends on what was there before.
    private Task PutAsync(string partition, string row, TableValues values, CancellationToken cancellation) =>
        engine.CommitAsync(Table, partition, [new TableAction.Upsert(row, values)], cancellation);

    private async Task<List<T>> AllAsync<T>(string partition, Func<TableRow, T> read, CancellationToken cancellation)
    {
        var all = new List<T>();
        await foreach (var row in engine.ReadAllAsync(Table, partition, RowRange.All, cancellation))
        {
            all.Add(read(row));
        }

        return all;
    }

    private static TableValues Values(KnownConversation conversation) => new()
    {
        { "id", conversation.Id }, { "kind", conversation.Kind }, { "service", conversation.ServiceUrl.OriginalString },
        { "tenant", conversation.Tenant }, { "team", conversation.Team }, { "name", conversation.Name },
    };

    private static KnownConversation Conversation(TableRow row) =>
        new(row.Values.GetString("id"), row.Values.GetString("kind"), new Uri(row.Values.GetString("service")), Text(row, "tenant"), Text(row, "team"), Text(row, "name"));

    private static TableValues Values(Greeting greeting) => new()
    {
        { "conversation", greeting.Conversation }, { "service", greeting.ServiceUrl.OriginalString }, { "tenant", greeting.Tenant }, { "user", greeting.UserId }, { "object", greeting.ObjectId },
        { "locale", greeting.Locale }, { "zone", greeting.TimeZone }, { "told", string.Join(Between, greeting.Told) }, { "sending", greeting.Sending },
        { "claimedUntil", greeting.ClaimedUntil }, { "failures", greeting.Failures }, { "done", greeting.IsDone },
    };

    private static Greeting Greeting(TableRow row) => new(row.Values.GetString("conversation"), new Uri(row.Values.GetString("service")), row.Values.GetString("user"), row.ETag)
    {
        Tenant = Text(row, "tenant"),
        ObjectId = Text(row, "object"),
        Locale = Text(row, "locale"),
        TimeZone = Text(row, "zone"),
        Told = [.. row.Values.GetString("told").Split(Between, StringSplitOptions.RemoveEmptyEntries)],
        Sending = Text(row, "sending"),
        ClaimedUntil = row.Values.FindDateTimeOffset("claimedUntil"),
        Failures = row.Values.GetInt32("failures"),
        IsDone = row.Values.GetBoolean("done"),
    };

    private static KnownPerson Person(TableRow row) => new(
        EmailAddress.Parse(row.Values.GetString("email")), row.Values.GetString("user"), Text(row, "object"), new Uri(row.Values.GetString("service")), Text(row, "tenant"), Text(row, "conversation"));

    private static string? Text(TableRow row, string name) => row.Values[name] is { Kind: TableValueKind.String } value ? value.AsString : null;
}
