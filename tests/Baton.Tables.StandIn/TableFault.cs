namespace Baton.Tables.StandIn;

/// <summary>What goes wrong with one request.</summary>
public abstract record TableFault
{
    private TableFault()
    {
    }

    /// <summary>Answers with an error in JSON, as tables do; nothing is done.</summary>
    /// <param name="Status">The status.</param>
    /// <param name="Code">The code.</param>
    /// <param name="RetryAfter">Seconds to wait, null for not said.</param>
    public sealed record Json(int Status, string Code, int? RetryAfter = null) : TableFault;

    /// <summary>Answers with an error in XML, as signatures and versions do; nothing is done.</summary>
    /// <param name="Status">The status.</param>
    /// <param name="Code">The code.</param>
    public sealed record Xml(int Status, string Code) : TableFault;

    /// <summary>Answers with a status and nothing else; nothing is done.</summary>
    /// <param name="Status">The status.</param>
    public sealed record Empty(int Status) : TableFault;

    /// <summary>Does it, and answers that it took too long: 500 <c>OperationTimedOut</c>.</summary>
    public sealed record DoneButTimedOut : TableFault;

    /// <summary>Breaks the connection; nothing is done.</summary>
    /// <param name="Act">What happens before.</param>
    public sealed record DropBefore(Func<Task>? Act = null) : TableFault;

    /// <summary>Does it, and breaks the connection before a word of the answer.</summary>
    /// <param name="Act">What happens in between.</param>
    public sealed record DropAfter(Func<Task>? Act = null) : TableFault;

    /// <summary>Does it, and breaks the connection in the middle of the answer.</summary>
    public sealed record DropInTheMiddle : TableFault;
}
