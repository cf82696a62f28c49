namespace Baton.Tables;

/// <summary>The store cannot be used now. The same call may succeed later, without a restart, when the cause is gone.</summary>
/// <param name="reason">Why, for code.</param>
/// <param name="what">What happened and to which store; no row content.</param>
/// <param name="remedy">What an operator should do.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class TableUnavailableException(TableUnavailable reason, string what, string remedy, Exception? inner = null)
    : Exception($"{what} {remedy}", inner)
{
    /// <summary>Why, for code.</summary>
    public TableUnavailable Reason { get; } = reason;

    /// <summary>What an operator should do; part of the message.</summary>
    public string Remedy { get; } = remedy;
}
