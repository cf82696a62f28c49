using System.Text.RegularExpressions;
using Baton.Handoffs.Webhooks;

namespace Baton.Webhooks;

/// <summary>What is wrong with section <c>Webhooks</c>. No secret is ever shown, nor what of an address may be one.</summary>
public static partial class WebhookOptionsErrors
{
    /// <summary>The most hooks: what one commit writes for all of them must fit into one batch.</summary>
    public const int MostHooks = 10;

    /// <summary>Each line names the key, the value where it may be shown, and what would be right.</summary>
    public static IEnumerable<string> Of(IReadOnlyDictionary<string, WebhookOptions> hooks)
    {
        if (hooks.Count > MostHooks)
        {
            yield return $"{WebhookOptions.Section} names {hooks.Count}; expected at most {MostHooks}";
        }

        foreach (var (name, hook) in hooks)
        {
            var key = $"{WebhookOptions.Section}:{name}";
            if (!Name().IsMatch(name))
            {
                yield return $"{key} is a name that cannot be used; expected up to 40 letters, digits, - and _, such as crm";
            }

            foreach (var error in OfUrl(key, hook.Url).Concat(OfSecrets(key, hook.Secrets)).Concat(OfEvents(key, hook.Events)))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<string> OfUrl(string key, string text)
    {
        var shown = text.Contains('@', StringComparison.Ordinal) ? "not shown, as it may hold a password" : $"\"{text.Split('?', '#')[0]}\"";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            yield return $"{key}:Url is {shown}; expected an address such as https://crm.example.com/baton";
        }
        else if (url.UserInfo.Length > 0)
        {
            yield return $"{key}:Url is {shown}; expected an address without name and password: its messages are signed";
        }
        else if (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        {
            yield return $"{key}:Url is {shown}; expected https, or http on this machine only";
        }
    }

    private static IEnumerable<string> OfSecrets(string key, IReadOnlyList<string> secrets)
    {
        if (secrets.Count is < 1 or > 2)
        {
            yield return $"{key}:Secrets are {secrets.Count}; expected one, or two while one takes the other's place";
        }

        foreach (var (at, secret) in secrets.Index())
        {
            if (HookSecret.Read(secret) is null)
            {
                yield return $"{key}:Secrets:{at}, which is not shown: expected {HookSecret.Prefix} and base64 of {HookSecret.LeastBytes} to {HookSecret.MostBytes} random bytes";
            }
        }

        if (secrets.Count == 2 && secrets[0] == secrets[1])
        {
            yield return $"{key}:Secrets:1, which is not shown: expected another than the first";
        }
    }

    private static IEnumerable<string> OfEvents(string key, IReadOnlyList<string> events) => events.Index().Where(e => !HookTypes.All.Contains(e.Item))
        .Select(e => $"{key}:Events:{e.Index} is \"{e.Item}\"; expected one of {string.Join(", ", HookTypes.All)}");

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
