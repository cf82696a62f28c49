namespace Baton.Tables.Sqlite;

/// <summary>Something for the writer's thread to do within a transaction that others may share.</summary>
internal abstract class PendingWork
{
    /// <summary>Bytes of rows to write, so that groups stay small enough for the page cache.</summary>
    public abstract int Weight { get; }

    /// <summary>Ends the work as cancelled if its caller gave up before it began.</summary>
    public abstract bool EndIfCancelled();

    /// <summary>Does it, or finds out why it must be refused, and then leaves nothing of it. May run again after a rollback.</summary>
    /// <param name="writer">In a transaction.</param>
    public abstract void Apply(RowWriter writer);

    /// <summary>Tells the caller what came of it; the transaction is durable.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing came of it.</summary>
    /// <param name="why">An exception of this caller's own.</param>
    public abstract void Fail(Exception why);
}

/// <summary>Work with a result that its caller awaits.</summary>
/// <typeparam name="T">The result.</typeparam>
/// <param name="ct">Ends the wait as long as the work has not begun.</param>
internal abstract class PendingWork<T>(CancellationToken ct) : PendingWork
{
    // Callers must not run on the writer's thread.
    private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? refusal;
    private T? result;

    /// <summary>Ends with the result, the refusal or the failure.</summary>
    public Task<T> Task => source.Task;

    /// <inheritdoc/>
    public override bool EndIfCancelled() => ct.IsCancellationRequested && source.TrySetCanceled(ct);

    /// <inheritdoc/>
    public sealed override void Apply(RowWriter writer) => result = Do(writer, out refusal);

    /// <inheritdoc/>
    public sealed override void Complete()
    {
        if (refusal is null)
            source.TrySetResult(result!);
        else
            source.TrySetException(refusal);
    }

    /// <inheritdoc/>
    public sealed override void Fail(Exception why) => source.TrySetException(why);

    /// <summary>Does the work or says why not, and then has left nothing of it.</summary>
    /// <param name="writer">In a transaction.</param>
    /// <param name="refusal">Why not.</param>
    protected abstract T? Do(RowWriter writer, out Exception? refusal);
}
