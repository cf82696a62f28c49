using Baton.Teams.Connector;
using Baton.Teams.Places;
using Baton.Teams.Watching;

namespace Baton.Teams.Installing;

/// <summary>Looks at an installation from outside: whether Baton gets a token, is where it is to post and sees who is there, and says what to do.</summary>
public sealed class TeamsCheckup(IConnector connector, ITeamsMemory memory, TeamsProbe probe, TeamsOptions options)
{
    /// <summary>Looks at everything.</summary>
    /// <param name="conversations">The ids of the channels that are configured.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<TeamsFinding>> RunAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellation)
    {
        var findings = new List<TeamsFinding>
        {
            options.Auth == TeamsAuth.None
                ? new TeamsFinding(false, "Teams:Auth is None: whoever reaches the address is believed. For an emulator on this machine only.")
                : new TeamsFinding(true, $"the bot is {options.AppId} in tenant {options.TenantId}; its messaging endpoint must end in /api/messages"),
        };
        var standing = await probe.LookAsync(cancellation);
        findings.Add(standing.Credentials is { } credentials ? new TeamsFinding(false, credentials) : new TeamsFinding(true, "Baton gets a token of its own"));
        findings.Add(standing.Keys is { } keys ? new TeamsFinding(false, keys) : new TeamsFinding(true, "the keys are there by which Baton tells what comes from Teams"));
        foreach (var id in conversations)
        {
            findings.Add(await LookAsync(id, cancellation));
        }

        var people = await memory.PeopleAsync(cancellation);
        findings.Add(people.Count > 0
            ? new TeamsFinding(true, $"{people.Count} of the roster have been seen in Teams")
            : new TeamsFinding(true, "nobody of the roster has been seen in Teams yet: cards refresh for them, and nudges reach them, once Baton is in their team"));
        return findings;
    }

    private async Task<TeamsFinding> LookAsync(string id, CancellationToken cancellation)
    {
        if (await memory.ConversationAsync(id, cancellation) is not { } known)
        {
            return new TeamsFinding(false, $"{id}: Teams has told nothing of it. Start Baton, then add the app to its team (Teams > the team's menu > Manage team > Apps > Upload an app); if it is there already, write @Baton in it once.");
        }

        var name = known.Name is { } called ? $"{called} ({id})" : id;
        return await connector.MembersAsync(known.ServiceUrl, id, null, cancellation) switch
        {
            ConnectorReply<MemberPage>.Done done => new TeamsFinding(true, $"{name}: Baton is in it and sees {done.Value.Members.Count}{(done.Value.Continuation is null ? "" : " or more")} member(s)"),
            ConnectorReply<MemberPage>.Gone gone => new TeamsFinding(false, $"{name}: {gone.Why} ({gone.Code}). Add the app to the team again."),
            ConnectorReply<MemberPage>.Refused refused => new TeamsFinding(false, $"{name}: {refused.Why} ({refused.Code})"),
            ConnectorReply<MemberPage>.Throttled wait => new TeamsFinding(false, $"{name}: Teams takes no more calls for {wait.Wait.TotalSeconds:0} s. Try again then."),
            ConnectorReply<MemberPage>.NotSent failed => new TeamsFinding(false, $"{name}: {failed.Why}"),
            ConnectorReply<MemberPage>.Uncertain failed => new TeamsFinding(false, $"{name}: {failed.Why}"),
            _ => throw new InvalidOperationException("An answer is one of the six above."),
        };
    }
}
