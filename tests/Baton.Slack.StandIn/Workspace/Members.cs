namespace Baton.Slack.StandIn.Workspace;

/// <summary>People, channels and user groups. Guarded by the workspace's gate.</summary>
internal sealed class Members
{
    private readonly Dictionary<string, WorkspaceUser> users = [];
    private readonly Dictionary<string, WorkspaceChannel> channels = [];
    private readonly Ids ids;

    public Members(StrictSlackSettings settings, Ids ids)
    {
        this.ids = ids;
        Put(new WorkspaceUser(settings.BotUserId, "Baton", null) { Bot = true });
    }

    public IReadOnlyCollection<WorkspaceUser> Users => users.Values;

    /// <summary>User groups: id to user ids.</summary>
    public Dictionary<string, IReadOnlyList<string>> Groups { get; } = [];

    public WorkspaceUser Put(WorkspaceUser user) => users[user.Id] = user;

    public WorkspaceChannel Put(WorkspaceChannel channel) => channels[channel.Id] = channel;

    public WorkspaceUser? User(string id) => users.GetValueOrDefault(id);

    public WorkspaceChannel? Channel(string id) => channels.GetValueOrDefault(id);

    /// <summary>The bot's direct messages with somebody, opened when there are none yet.</summary>
    public WorkspaceChannel DirectWith(WorkspaceUser user) =>
        channels.Values.FirstOrDefault(c => c.DirectWith == user.Id)
        ?? Put(new WorkspaceChannel(ids.Next("D"), "directmessage") { DirectWith = user.Id, Private = true });

    /// <summary>A channel that the bot can see, or the refusal that Slack gives.</summary>
    public WorkspaceChannel Visible(string id) =>
        channels.GetValueOrDefault(id) is { } channel && (!channel.Private || channel.BotIsIn) ? channel : throw new RefusalException("channel_not_found");
}
