namespace Baton.Slack.StandIn;

/// <content>Who and what is in the workspace, and what each person sees.</content>
public sealed partial class StrictSlack
{
    /// <summary>Adds somebody.</summary>
    /// <param name="name">The real name.</param>
    /// <param name="email">The e-mail address; null for a stranger or an app.</param>
    /// <param name="change">What is different about them.</param>
    public WorkspaceUser AddUser(string name, string? email, Func<WorkspaceUser, WorkspaceUser>? change = null)
    {
        lock (state.Gate)
        {
            var user = new WorkspaceUser(state.Ids.Next("U"), name, email);
            return state.Members.Put(change?.Invoke(user) ?? user);
        }
    }

    /// <summary>Adds a channel; the bot and everybody of the workspace are in it unless changed.</summary>
    public WorkspaceChannel AddChannel(string name, Func<WorkspaceChannel, WorkspaceChannel>? change = null)
    {
        lock (state.Gate)
        {
            var channel = new WorkspaceChannel(state.Ids.Next("C"), name);
            return state.Members.Put(change?.Invoke(channel) ?? channel);
        }
    }

    /// <summary>Adds a user group.</summary>
    /// <returns>Its id, <c>S…</c>.</returns>
    public string AddGroup(params IReadOnlyList<WorkspaceUser> users)
    {
        lock (state.Gate)
        {
            var id = state.Ids.Next("S");
            state.Members.Groups[id] = [.. users.Select(u => u.Id)];
            return id;
        }
    }

    /// <summary>Changes somebody without telling the app.</summary>
    public WorkspaceUser Change(WorkspaceUser user, Func<WorkspaceUser, WorkspaceUser> change)
    {
        lock (state.Gate)
        {
            return state.Members.Put(change(state.Members.User(user.Id)!));
        }
    }

    /// <summary>Changes a channel without telling the app.</summary>
    public WorkspaceChannel Change(WorkspaceChannel channel, Func<WorkspaceChannel, WorkspaceChannel> change)
    {
        lock (state.Gate)
        {
            return state.Members.Put(change(state.Members.Channel(channel.Id)!));
        }
    }

    /// <summary>Takes a scope away from the bot token, or grants one more.</summary>
    public void Grant(string scope, bool granted = true)
    {
        lock (state.Gate)
        {
            _ = granted ? state.Installation.Scopes.Add(scope) : state.Installation.Scopes.Remove(scope);
        }
    }

    /// <summary>Somebody installs the app again, and copies what its page shows then.</summary>
    public (string BotToken, string RefreshToken) Reinstall()
    {
        lock (state.Gate)
        {
            var (token, refresh, _) = state.Installation.Tokens.Give();
            return (token, refresh ?? "");
        }
    }

    /// <summary>Kills all tokens without telling the app; null brings them back to life.</summary>
    /// <param name="code">What every call is answered: <c>token_revoked</c>, <c>account_inactive</c> …</param>
    public void KillTokens(string? code = "token_revoked")
    {
        lock (state.Gate)
        {
            state.Installation.Dead = code;
        }
    }

    /// <summary>What everybody in a channel sees, oldest first, with replies.</summary>
    public IReadOnlyList<SeenMessage> Messages(WorkspaceChannel channel)
    {
        lock (state.Gate)
        {
            return state.Board.In(channel.Id);
        }
    }

    /// <summary>A message as it stands now; null when it is gone.</summary>
    public SeenMessage? Now(SeenMessage message)
    {
        lock (state.Gate)
        {
            return state.Board.Find(message.Channel, message.Ts);
        }
    }

    /// <summary>The bot's conversation with somebody.</summary>
    public WorkspaceChannel DirectWith(WorkspaceUser user)
    {
        lock (state.Gate)
        {
            return state.Members.DirectWith(user);
        }
    }

    /// <summary>The bot's direct messages with somebody, oldest first.</summary>
    public IReadOnlyList<SeenMessage> DirectMessages(WorkspaceUser user)
    {
        lock (state.Gate)
        {
            return state.Board.In(state.Members.DirectWith(user).Id);
        }
    }

    /// <summary>The place of the bot's direct messages with somebody.</summary>
    public WorkspaceChannel DirectChannel(WorkspaceUser user)
    {
        lock (state.Gate)
        {
            return state.Members.DirectWith(user);
        }
    }

    /// <summary>What only this person sees in channels, oldest first.</summary>
    public IReadOnlyList<SeenMessage> Ephemerals(WorkspaceUser user)
    {
        lock (state.Gate)
        {
            return state.Board.OnlyFor(user.Id);
        }
    }

    /// <summary>The modal on top of somebody's screen; null when none is open.</summary>
    public SeenView? OpenView(WorkspaceUser user)
    {
        lock (state.Gate)
        {
            return state.Screens.Open(user.Id);
        }
    }

    /// <summary>Somebody's Home tab; null before it was published.</summary>
    public SeenView? Home(WorkspaceUser user)
    {
        lock (state.Gate)
        {
            return state.Screens.Home(user.Id);
        }
    }
}
