using System.Globalization;

namespace Baton.Teams.StandIn.Directory;

/// <summary>All people, teams and conversations. Whoever touches it holds <see cref="Gate"/>.</summary>
internal sealed class Tenant(StrictTeamsSettings settings, TimeProvider time)
{
    private long lastMessage = time.GetUtcNow().ToUnixTimeMilliseconds();
    private int lastTeam;

    public Lock Gate { get; } = new();

    public StrictTeamsSettings Settings => settings;

    public List<TeamsPerson> People { get; } = [];

    public Dictionary<string, Conversation> Conversations { get; } = new(StringComparer.Ordinal);

    /// <summary>Each team's channels, the general one first; its id is the team's.</summary>
    public Dictionary<string, List<Conversation>> Teams { get; } = new(StringComparer.Ordinal);

    public string NextMessageId() => (++lastMessage).ToString(CultureInfo.InvariantCulture);

    public string AddTeam()
    {
        var general = Add(new Conversation(NewThread("tacv2"), ConversationKind.Channel) { TeamId = null });
        var team = general.Id;
        Conversations[team] = general = new Conversation(team, ConversationKind.Channel) { TeamId = team };
        Teams[team] = [general];
        return team;
    }

    public Conversation AddChannel(string team, string name)
    {
        var channel = Add(new Conversation(NewThread("tacv2"), ConversationKind.Channel) { TeamId = team, Name = name });
        channel.Members.AddRange(Teams[team][0].Members);
        Teams[team].Add(channel);
        return channel;
    }

    public Conversation AddGroup() => Add(new Conversation(NewThread("v2"), ConversationKind.Group));

    /// <summary>The chat of the bot with one person, which is always the same.</summary>
    public Conversation PersonalOf(TeamsPerson person)
    {
        var id = $"a:1{person.ObjectId.Replace("-", "", StringComparison.Ordinal)}";
        if (!Conversations.TryGetValue(id, out var chat))
        {
            chat = Add(new Conversation(id, ConversationKind.Personal) { IsInstalled = false });
            chat.Members.Add(person);
        }

        return chat;
    }

    private Conversation Add(Conversation conversation) => Conversations[conversation.Id] = conversation;

    private string NewThread(string kind) => $"19:{++lastTeam:x4}{Guid.NewGuid():N}@thread.{kind}";
}
