namespace Baton.Wire;

/// <summary>What came of sending a request.</summary>
public abstract record Exchange
{
    private Exchange()
    {
    }

    /// <summary>There is an answer.</summary>
    public sealed record Answered(WireReply Reply) : Exchange;

    /// <summary>Nothing left this machine.</summary>
    /// <param name="Why">In English, for an operator; names no address and no header.</param>
    public sealed record Unsent(string Why) : Exchange;

    /// <summary>It was sent, wholly or in part, and no answer came.</summary>
    /// <param name="Why">In English, for an operator; names no address and no header.</param>
    public sealed record Lost(string Why) : Exchange;
}
