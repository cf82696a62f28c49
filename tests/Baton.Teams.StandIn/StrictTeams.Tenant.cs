using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Teams.StandIn.Directory;

namespace Baton.Teams.StandIn;

/// <summary>Who and what is there, and what people see.</summary>
public sealed partial class StrictTeams
{
    /// <summary>Adds somebody to the tenant.</summary>
    public TeamsPerson AddPerson(string name, string email, string locale = "en-US", string timeZone = "Asia/Tokyo", string role = "user")
    {
        var person = new TeamsPerson(name, email) { Locale = locale, TimeZone = timeZone, Role = role };
        lock (tenant.Gate)
        {
            tenant.People.Add(person);
        }

        return person;
    }

    /// <summary>Makes a team with its general channel and adds the app to it. Tells the bot nothing: see <see cref="InstallAsync(string, TeamsPerson)"/>.</summary>
    /// <returns>The team's id, which is that of its general channel.</returns>
    public string AddTeam(params TeamsPerson[] members)
    {
        lock (tenant.Gate)
        {
            var team = tenant.AddTeam();
            tenant.Teams[team][0].Members.AddRange(members);
            return team;
        }
    }

    /// <summary>Adds a channel to a team.</summary>
    /// <returns>The channel's id.</returns>
    public string AddChannel(string team, string name)
    {
        lock (tenant.Gate)
        {
            return tenant.AddChannel(team, name).Id;
        }
    }

    /// <summary>Makes a group chat with the app in it.</summary>
    /// <returns>Its id.</returns>
    public string AddGroup(params TeamsPerson[] members)
    {
        lock (tenant.Gate)
        {
            var group = tenant.AddGroup();
            group.Members.AddRange(members);
            return group.Id;
        }
    }

    /// <summary>The chat of a person with the bot; opening it adds the app for the person.</summary>
    /// <returns>Its id.</returns>
    public string OpenChat(TeamsPerson person)
    {
        lock (tenant.Gate)
        {
            var chat = tenant.PersonalOf(person);
            chat.IsInstalled = true;
            return chat.Id;
        }
    }

    /// <summary>Takes the app away from a conversation, or adds it again.</summary>
    public void SetInstalled(string conversation, bool isInstalled) => Change(conversation, it => it.IsInstalled = isInstalled);

    /// <summary>Blocks the bot in a conversation, or ends that.</summary>
    public void SetBlocked(string conversation, bool isBlocked) => Change(conversation, it => it.IsBlocked = isBlocked);

    /// <summary>What is in a conversation now, oldest first.</summary>
    /// <param name="conversation">Which, without thread.</param>
    /// <param name="viewer">Whose eyes; null sees all.</param>
    public IReadOnlyList<SeenActivity> Seen(string conversation, TeamsPerson? viewer = null)
    {
        lock (tenant.Gate)
        {
            return [.. tenant.Conversations[conversation].Activities.Where(it => viewer is null || it.OnlyFor is null || it.OnlyFor == viewer.Id)];
        }
    }

    /// <summary>One message; null when it is there no more.</summary>
    public SeenActivity? Find(string conversation, string id) => Seen(conversation).FirstOrDefault(it => it.Id == id);

    private void Change(string conversation, Action<Conversation> change)
    {
        lock (tenant.Gate)
        {
            change(tenant.Conversations[conversation]);
        }
    }

    private string Write(Conversation conversation, string? root, string text, string? onlyFor = null)
    {
        var content = JsonElement.Parse(new JsonObject { ["type"] = "message", ["text"] = text }.ToJsonString());
        lock (tenant.Gate)
        {
            return connector.Operations.Post(conversation, root, content, onlyFor, isBots: false);
        }
    }

    private Conversation Of(string conversation)
    {
        lock (tenant.Gate)
        {
            return tenant.Conversations[conversation];
        }
    }
}
