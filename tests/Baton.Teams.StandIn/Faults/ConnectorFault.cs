namespace Baton.Teams.StandIn.Faults;

/// <summary>Something that goes wrong with a call of the connector.</summary>
public abstract record ConnectorFault
{
    private ConnectorFault()
    {
    }

    /// <summary>Too many calls: 429.</summary>
    /// <param name="RetryAfter">How many seconds to wait; null says nothing of it.</param>
    public sealed record Throttled(int? RetryAfter) : ConnectorFault;

    /// <summary>That status and body; nothing took effect.</summary>
    /// <param name="Code">The status.</param>
    /// <param name="Body">The body; empty for none.</param>
    public sealed record Status(int Code, string Body = "") : ConnectorFault;

    /// <summary>The call takes effect, and the answer is that status all the same.</summary>
    /// <param name="Code">The status, as 502 or 504.</param>
    public sealed record StatusAfterEffect(int Code) : ConnectorFault;

    /// <summary>The connection ends before anything took effect.</summary>
    public sealed record ResetBefore : ConnectorFault;

    /// <summary>The call takes effect and the connection ends without an answer.</summary>
    public sealed record ResetAfter : ConnectorFault;

    /// <summary>The call takes effect and no answer ever comes.</summary>
    public sealed record SilentAfter : ConnectorFault;

    /// <summary>The call takes effect and the answer comes late.</summary>
    /// <param name="By">How late.</param>
    public sealed record Slow(TimeSpan By) : ConnectorFault;

    /// <summary>The call takes effect and the answer has no body.</summary>
    public sealed record Wordless : ConnectorFault;
}
