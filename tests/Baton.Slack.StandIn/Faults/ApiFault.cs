namespace Baton.Slack.StandIn.Faults;

/// <summary>Something that goes wrong with a call.</summary>
public abstract record ApiFault
{
    private ApiFault()
    {
    }

    /// <summary>Slack turns the call away: 429.</summary>
    /// <param name="RetryAfter">What the header says, in whole seconds; null leaves the header out.</param>
    public sealed record RateLimited(int? RetryAfter = 1) : ApiFault;

    /// <summary>A status without an answer of Slack's, as 503.</summary>
    /// <param name="Code">The status.</param>
    public sealed record Status(int Code) : ApiFault;

    /// <summary><c>ok: false</c> with a code; nothing took effect.</summary>
    /// <param name="Code">The code, as <c>internal_error</c>.</param>
    public sealed record Error(string Code) : ApiFault;

    /// <summary><c>ok: false</c> with a code although the call took effect, as <c>fatal_error</c> may.</summary>
    /// <param name="Code">The code.</param>
    public sealed record ErrorAfterEffect(string Code) : ApiFault;

    /// <summary>The connection ends before anything took effect.</summary>
    public sealed record ResetBefore : ApiFault;

    /// <summary>The call takes effect and the connection ends without an answer.</summary>
    public sealed record ResetAfter : ApiFault;

    /// <summary>The call takes effect and no answer ever comes.</summary>
    public sealed record SilentAfter : ApiFault;

    /// <summary>The call takes effect and the answer comes late.</summary>
    /// <param name="By">How late.</param>
    public sealed record Slow(TimeSpan By) : ApiFault;

    /// <summary>The call takes effect and the answer comes when something else is over.</summary>
    /// <param name="Until">What it waits for.</param>
    public sealed record Held(Task Until) : ApiFault;

    /// <summary>The answer is a page instead of JSON, as proxies give it.</summary>
    public sealed record NotJson : ApiFault;
}
