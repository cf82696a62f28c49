using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Handoffs.Leads;
using Baton.Slack.Api;
using Baton.Wire;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.People;

/// <summary>
/// Who is who: Slack's user ids and the e-mail addresses by which the roster knows people. Answers are remembered for an hour, and longer while Slack
/// does not answer; that there is nobody, for a minute.
/// </summary>
public sealed partial class SlackPeople(SlackClient client, SlackWorkspace workspace, TimeProvider time, ILogger<SlackPeople> logger)
{
    private static readonly TimeSpan Keep = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeepNobody = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(12);
    private static readonly HashSet<string> Nobody = new(["user_not_found", "users_not_found", "user_not_visible"], StringComparer.Ordinal);

    private readonly Remembered<string, SlackUser> users = new(Keep, KeepNobody, time);
    private readonly Remembered<EmailAddress, string> ids = new(Keep, KeepNobody, time);
    private int toldOfEmail;

    /// <summary>Somebody by id; null when Slack knows no such user.</summary>
    /// <exception cref="SlackUnavailableException">Slack does not say now, and never did.</exception>
    public ValueTask<SlackUser?> OfIdAsync(string userId, CancellationToken cancellation) => users.GetAsync(userId, AskAsync, cancellation);

    /// <summary>Somebody by e-mail address; null when nobody active in the workspace has it.</summary>
    /// <exception cref="SlackUnavailableException">Slack does not say now, and never did.</exception>
    public async ValueTask<SlackUser?> OfEmailAsync(EmailAddress email, CancellationToken cancellation) =>
        await ids.GetAsync(email, LookUpAsync, cancellation) is { } id ? await OfIdAsync(id, cancellation) : null;

    /// <summary>Forgets somebody who has changed; the next question is Slack's again.</summary>
    public void Forget(string userId)
    {
        users.Forget(userId);
        ids.ForgetWhere(id => id is null || id == userId);
    }

    private Task<SlackUser?> AskAsync(string id) => LimitedAsync(async cancellation =>
        await AskAsync(SlackMethod.UsersInfo, new JsonObject { ["user"] = id, ["include_locale"] = true }, cancellation) is { } user
            ? Checked(SlackUserReader.Read(user, await workspace.IdentityAsync(cancellation)))
            : null);

    // What it answers with lacks the language, so that only the id is taken from it.
    private Task<string?> LookUpAsync(EmailAddress email) => LimitedAsync(async cancellation =>
        (await AskAsync(SlackMethod.UsersLookupByEmail, new JsonObject { ["email"] = email.Value }, cancellation))?.Text("id"));

    private async Task<JsonElement?> AskAsync(SlackMethod method, JsonObject arguments, CancellationToken cancellation) =>
        await client.AskAsync(method, arguments, refused => Nobody.Contains(refused.Code), time, cancellation) is { Body: var body } && body.TryGet("user", out var user) ? user : null;

    private async Task<T> LimitedAsync<T>(Func<CancellationToken, Task<T>> ask)
    {
        using var limit = new CancellationTokenSource(AskLimit, time);
        try
        {
            return await ask(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new SlackUnavailableException($"Slack did not say who somebody is within {AskLimit.TotalSeconds:0} s.");
        }
    }

    private SlackUser? Checked(SlackUser? user)
    {
        if (user is { Email: null, Bot: false, Deleted: false, Stranger: false } && Interlocked.Exchange(ref toldOfEmail, 1) == 0)
        {
            Log.NoEmail(logger, user.Id);
        }

        return user;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Slack gives no e-mail address of {User}, so that nobody there can be matched with the roster. Add the scope users:read.email (api.slack.com/apps > OAuth & Permissions) and install Baton again.")]
        public static partial void NoEmail(ILogger logger, string user);
    }
}
