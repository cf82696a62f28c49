using System.Diagnostics.CodeAnalysis;
using Azure;

namespace Baton.Tables.Azure.Client;

/// <summary>A transaction was refused: nothing of it was applied.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Thrown here only, always with its cause; the official class has no such constructors either.")]
public sealed class TableTransactionFailedException : RequestFailedException
{
    internal TableTransactionFailedException(RequestFailedException failure, int? index)
        : base(failure.Status, failure.Message, failure.ErrorCode, failure) => FailedTransactionActionIndex = index;

    /// <summary>The first action that does not hold, counted from 0; null when the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
