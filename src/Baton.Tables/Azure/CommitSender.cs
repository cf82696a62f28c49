using Azure;
using Baton.Tables.Azure.Client;

namespace Baton.Tables.Azure;

/// <summary>
/// Brings a batch to an end whose outcome is known. An answer that is lost says nothing: the write may have taken effect, may never do so,
/// or may still be under way. So before it is sent again its rows are looked at, and a conflict of a repetition counts only when it is
/// not with the batch itself. (The service's own advice is no more than to compare contents:
/// https://learn.microsoft.com/azure/storage/tables/table-storage-design-guidelines.)
/// </summary>
/// <param name="options">How long to wait between repetitions.</param>
/// <param name="fault">Says what a failure means.</param>
internal sealed class CommitSender(AzureTableOptions options, AzureFault fault)
{
    /// <summary>How often a batch is sent again when each answer is lost, as far as <see cref="AzureTableOptions.CommitLimit"/> leaves time.</summary>
    public const int MaxRepetitions = 2;

    /// <summary>The new ETags; <see cref="TableConflictException"/> only when nothing of the batch was applied, <see cref="TableUnavailableException"/> otherwise.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="table">The table's name, for messages.</param>
    public async Task<IReadOnlyList<string>> SendAsync(PendingBatch batch, string table)
    {
        using var limit = new CancellationTokenSource(options.CommitLimit, options.Time);
        Exception lost;
        try
        {
            return await batch.SendAsync(limit.Token);
        }
        catch (RequestFailedException refusal) when (batch.Conflict(refusal) is { } conflict)
        {
            throw conflict;
        }
        catch (Exception failure) when (AzureFault.IsOne(failure))
        {
            lost = AzureFault.LeavesOpen(failure) ? failure : throw fault.Of(failure, table);
        }

        return await RepeatAsync(batch, table, lost, limit.Token);
    }

    private async Task<IReadOnlyList<string>> RepeatAsync(PendingBatch batch, string table, Exception lost, CancellationToken limit)
    {
        for (var repetition = 1; ; repetition++)
        {
            if (await FateAsync(batch, table) is CommitFate.Landed landed)
                return landed.ETags;
            if (repetition > MaxRepetitions || limit.IsCancellationRequested)
                throw fault.OfOpen(lost, table);
            await WaitAsync(repetition);
            try
            {
                return await batch.SendAsync(limit);
            }
            catch (RequestFailedException refusal) when (batch.Conflict(refusal) is { } conflict)
            {
                return await SettleAsync(batch, conflict, refusal, table);
            }
            catch (Exception failure) when (AzureFault.IsOne(failure))
            {
                lost = AzureFault.LeavesOpen(failure) ? failure : throw fault.OfOpen(failure, table);
            }
        }
    }

    // An earlier attempt may be what the repetition met.
    private async Task<IReadOnlyList<string>> SettleAsync(PendingBatch batch, TableConflictException conflict, RequestFailedException refusal, string table) =>
        await FateAsync(batch, table) switch
        {
            CommitFate.Landed landed => landed.ETags,
            CommitFate.NotLanded => throw conflict,
            _ => throw fault.OfOpen(refusal, table),
        };

    private async Task<CommitFate> FateAsync(PendingBatch batch, string table)
    {
        try
        {
            return await batch.LookAsync();
        }
        catch (Exception failure) when (AzureFault.IsOne(failure))
        {
            throw fault.OfOpen(failure, table);
        }
    }

    // Those whose answers were lost together must not come back together.
    private Task WaitAsync(int repetition)
    {
        var wait = options.Delay * Math.Pow(2, repetition - 1) * (0.8 + (Random.Shared.NextDouble() * 0.4));
        return Task.Delay(wait < options.MaxDelay ? wait : options.MaxDelay, options.Time);
    }
}
