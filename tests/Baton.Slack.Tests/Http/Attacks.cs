using System.Text;
using Baton.Slack.Http;

namespace Baton.Slack.Tests.Http;

/// <summary>Attacks on a handoff that Robin could accept, and accidents on the way there. Each is signed by whoever has the secret, unless it says otherwise.</summary>
internal static class Attacks
{
    /// <summary>A word in every body, which must be in no log.</summary>
    public const string LeadText = "Sasaki-of-Nishi-Kenzai";

    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json";

    /// <summary>All of them.</summary>
    /// <param name="accept">The payload of a press on Accept that would count.</param>
    /// <param name="user">Robin.</param>
    /// <param name="channel">The channel with the card.</param>
    public static IReadOnlyList<Attack> On(string accept, string user, string channel) =>
        [.. Signatures(accept), .. Bodies(accept), .. Payloads(accept, user), .. Commands(accept, user, channel), .. Events(user, channel)];

    private static IEnumerable<Attack> Signatures(string accept)
    {
        var body = Attack.Form(accept);
        yield return new("no signature", 401) { Body = body, Signature = _ => [] };
        yield return new("no time", 401) { Body = body, Time = _ => [] };
        yield return new("two signatures", 401) { Body = body, Signature = right => [right, right] };
        yield return new("a wrong and a right signature in one header", 401) { Body = body, Signature = right => ["v0=00," + right] };
        yield return new("two times", 401) { Body = body, Time = right => [right, "1"] };
        yield return new("a signature with another secret", 401) { Body = body, Secret = "not the secret" };
        yield return new("a signature with an empty secret", 401) { Body = body, Secret = "" };
        yield return new("a signature of another version", 401) { Body = body, Signature = right => ["v1" + right[2..]] };
        yield return new("a signature in large letters", 401) { Body = body, Signature = right => ["v0=" + right[3..].ToUpperInvariant()] };
        yield return new("a signature that is cut", 401) { Body = body, Signature = right => [right[..^2]] };
        yield return new("a signature of nothing", 401) { Body = body, Signature = _ => ["v0="] };
        yield return new("six minutes old", 401) { Body = body, SignedAgo = TimeSpan.FromMinutes(6) };
        yield return new("six minutes in the future", 401) { Body = body, SignedAgo = TimeSpan.FromMinutes(-6) };
        yield return new("another time than was signed", 401) { Body = body, Time = right => [right[..^1] + (right[^1] == '0' ? '1' : '0')] };
        yield return new("a time that is a word", 401) { Body = body, Time = _ => ["now"] };
        yield return new("a time below zero", 401) { Body = body, Time = right => ["-" + right] };
        yield return new("a time beyond all times", 401) { Body = body, Time = _ => ["99999999999999999999"] };
        yield return new("an unsigned address check with a payload", 200) { Body = [.. Attack.Text("ssl_check=1&token=x&"), .. body], Signature = _ => [], IsLogged = false };
        yield return new("a signed address check with a payload", 200) { Body = [.. Attack.Text("ssl_check=1&token=x&"), .. body], IsLogged = false };
    }

    private static IEnumerable<Attack> Bodies(string accept)
    {
        yield return new("no content type", 415) { Body = Attack.Form(accept), ContentType = "" };
        yield return new("JSON instead of a form", 415) { Body = Attack.Text(accept), ContentType = Json };
        yield return new("a form of several parts", 415) { Body = Attack.Form(accept), ContentType = "multipart/form-data; boundary=x" };
        yield return new("a form in another character set", 415) { Body = Attack.Form(accept), ContentType = Form + "; charset=utf-16" };
        yield return new("a packed body", 415) { Body = Attack.Form(accept), Headers = [("Content-Encoding", "gzip")] };
        yield return new("an empty body", 400);
        yield return new("two megabytes", 413) { Body = Attack.Form(new string('x', 2 * 1024 * 1024)) };
        yield return new("two payloads", 400) { Body = [.. Attack.Form("{}"), (byte)'&', .. Attack.Form(accept)] };
        yield return new("a payload under another name", 400) { Body = Attack.Text("Payload=" + Uri.EscapeDataString(accept)) };
        yield return new("a percent sign without digits", 400) { Body = Attack.Text("payload=%7B%2") };
        yield return new("a thousand fields", 400) { Body = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1000).Select(i => $"f{i}=1&"))), .. Attack.Form(accept)] };
    }

    private static IEnumerable<Attack> Payloads(string accept, string user)
    {
        yield return new("half of JSON", 400) { Body = Attack.Form(accept[..^10]) };
        yield return new("JSON twice", 400) { Body = Attack.Form(accept + accept) };
        yield return new("a number", 400) { Body = Attack.Form("1") };
        yield return new("nothing", 400) { Body = Attack.Form("null") };
        yield return new("a list", 400) { Body = Attack.Form($"[{accept}]") };
        yield return new("an empty object", 400) { Body = Attack.Form("{}") };
        yield return new("JSON a thousand levels deep", 400) { Body = Attack.Form(new string('[', 1000) + new string(']', 1000)) };
        yield return new("the same key twice", 400) { Body = Attack.Form("""{"type":"view_closed",""" + accept[1..]) };
        yield return new("bytes that are no UTF-8", 400) { Body = [.. Attack.Text("payload=" + Uri.EscapeDataString("""{"type":"block_actions","user":{"id":""" + "\"")), 0xff, 0xfe, .. Attack.Text(Uri.EscapeDataString("\"}}"))] };
        yield return new("half of a surrogate pair for a user", 400) { Body = Attack.Form("""{"type":"block_actions","user":{"id":"\ud800"}}""") };
        yield return new("an unknown kind", 200) { Body = Attack.Form($$$"""{"type":"workflow_step_execute","user":{"id":"{{{user}}}"},"x":"{{{LeadText}}}"}""") };
        yield return new("nothing anywhere", 400) { Body = Attack.Form("""{"type":null,"user":null,"actions":null,"container":null,"view":null}""") };
        yield return new("nothing but a kind and a user", 200) { Body = Attack.Form($$$"""{"type":"block_actions","user":{"id":"{{{user}}}"},"actions":null,"container":null,"view":null,"message":null}""") };
        yield return new("no user", 400) { Body = Attack.Form(accept.Replace($"\"id\":\"{user}\"", "\"id\":null", StringComparison.Ordinal)) };
        yield return new("a user whom nobody knows", 200) { Body = Attack.Form(accept.Replace(user, "U0NOBODY", StringComparison.Ordinal)) };
        yield return new("a user who is a number", 400) { Body = Attack.Form(accept.Replace($"\"id\":\"{user}\"", "\"id\":7", StringComparison.Ordinal)) };
        yield return new("a button with another value", 200) { Body = Attack.Form($$$"""{"type":"block_actions","user":{"id":"{{{user}}}"},"actions":[{"type":"button","action_id":"accept","value":"{\"h\":\"../../etc/passwd\"}"}]}""") };
        yield return new("a button for a handoff that is not there", 200) { Body = Attack.Form($$$"""{"type":"block_actions","user":{"id":"{{{user}}}"},"trigger_id":"1","actions":[{"type":"button","action_id":"accept","value":"{\"h\":\"0000000000000000\"}"}]}"""), IsLogged = false };
        yield return new("a form that nobody opened", 200) { Body = Attack.Form($$$"""{"type":"view_submission","user":{"id":"{{{user}}}"},"view":{"id":"V1","private_metadata":"{{{LeadText}}}","state":null}}""") };
        yield return new("an answer to another server", 200) { Body = Attack.Form(accept.Replace(user, "U0NOBODY", StringComparison.Ordinal).Replace("http://127.0.0.1", "https://evil.example", StringComparison.Ordinal)) };
    }

    private static IEnumerable<Attack> Commands(string accept, string user, string channel)
    {
        yield return new("a payload at the address of commands", 400) { Path = SlackEndpoints.Commands, Body = Attack.Form(accept) };
        yield return new("a command without a user", 400) { Path = SlackEndpoints.Commands, Body = Attack.Text($"command=%2Ffunnel&text={LeadText}&channel_id={channel}") };
        yield return new("a command with two users", 400) { Path = SlackEndpoints.Commands, Body = Attack.Text($"command=%2Ffunnel&text=x&channel_id={channel}&user_id={user}&user_id=U0OTHER") };
        yield return new("a command whose text is no UTF-8", 400) { Path = SlackEndpoints.Commands, Body = Attack.Text($"command=%2Ffunnel&text=%ff%fe&channel_id={channel}&user_id={user}") };
        yield return new("a command without its name", 400) { Path = SlackEndpoints.Commands, Body = Attack.Text($"text=x&channel_id={channel}&user_id={user}") };
        yield return new("a user who is smuggled into the text", 400) { Path = SlackEndpoints.Commands, Body = Attack.Text($"command=%2Ffunnel&text=a%26user_id%3D{user}&channel_id={channel}") };
    }

    private static IEnumerable<Attack> Events(string user, string channel)
    {
        static Attack Event(string name, int status, string body) => new(name, status) { Path = SlackEndpoints.Events, ContentType = Json, Body = Attack.Text(body) };
        yield return Event("a form at the address of events", 415, "payload={}") with { ContentType = Form };
        yield return Event("an event that is half", 400, """{"type":"event_callback",""");
        yield return Event("an event without a kind", 400, """{"type":"event_callback","event":{}}""");
        yield return Event("an event that is nothing", 400, """{"type":"event_callback","event":null}""");
        yield return Event("an unknown envelope", 400, """{"type":"something"}""");
        yield return Event("an unsigned question for the address", 401, """{"type":"url_verification","challenge":"x"}""") with { Signature = _ => [] };
        yield return Event("a question for the address without a challenge", 400, """{"type":"url_verification","challenge":5}""");
        yield return Event("a message full of nothing", 200, """{"type":"event_callback","event_id":"Ev1","event":{"type":"message","user":null,"text":null,"ts":null,"channel":null}}""") with { IsLogged = false };
        yield return Event("a reply in a thread that nobody knows", 200, $$$"""{"type":"event_callback","event_id":"Ev2","event":{"type":"message","user":"{{{user}}}","text":"{{{LeadText}}}","ts":"1.2","thread_ts":"1.1","channel":"{{{channel}}}"}}""") with { IsLogged = false };
        yield return Event("a byte order mark alone", 400, "\uFEFF");
    }
}
