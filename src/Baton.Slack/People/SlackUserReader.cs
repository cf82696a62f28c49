using System.Text.Json;
using Baton.Handoffs.Leads;
using Baton.Slack.Api;
using Baton.Wire;

namespace Baton.Slack.People;

/// <summary>Reads Slack's user object, of which much may be missing, null or empty (https://docs.slack.dev/reference/objects/user-object).</summary>
internal static class SlackUserReader
{
    // Slack's own bot carries no is_bot.
    private const string Slackbot = "USLACKBOT";

    /// <summary>The user; null when it is no user object.</summary>
    /// <param name="user">The object.</param>
    /// <param name="self">The workspace, whose people are no strangers.</param>
    public static SlackUser? Read(JsonElement user, SlackIdentity self)
    {
        if (user.Text("id") is not { Length: > 0 } id)
        {
            return null;
        }

        _ = user.TryGet("profile", out var profile);
        return new SlackUser(
            id,
            EmailAddress.TryParse(profile.Text("email"), out var email) ? email : null,
            First(profile.Text("display_name"), profile.Text("real_name"), user.Text("real_name"), user.Text("name")) ?? id,
            LocaleOf(user.Text("locale")),
            First(user.Text("tz")),
            user.Flag("deleted"),
            user.Flag("is_restricted") || user.Flag("is_ultra_restricted"),
            IsStranger(user, self),
            user.Flag("is_bot") || user.Flag("is_workflow_bot") || user.Flag("is_connector_bot") || id == Slackbot);
    }

    /// <summary>The language that Baton speaks to somebody with that locale of Slack's, such as <c>ja-JP</c>.</summary>
    public static string LocaleOf(string? locale) =>
        locale is not null && (locale.Equals("ja", StringComparison.OrdinalIgnoreCase) || locale.StartsWith("ja-", StringComparison.OrdinalIgnoreCase)) ? "ja" : "en";

    // In an organisation of several workspaces a colleague's team may be another one, and says which ones there are.
    private static bool IsStranger(JsonElement user, SlackIdentity self)
    {
        if (user.Flag("is_stranger"))
        {
            return true;
        }

        var isColleague = user.TryGet("enterprise_user", out var enterprise)
            && (enterprise.Items("teams").Any(team => WireJson.Text(team) == self.TeamId)
                || (self.EnterpriseId is { } ours && enterprise.Text("enterprise_id") == ours));
        return user.Text("team_id") is { } team && team != self.TeamId && team != self.EnterpriseId && !isColleague;
    }

    private static string? First(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrWhiteSpace(name))
            {
                return name.Trim();
            }
        }

        return null;
    }
}
