using System.Diagnostics.CodeAnalysis;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Bot.Intake;

/// <summary>
/// Takes many leads at once, those of one e-mail address in their order: of two leads of one person the first is offered and the second is
/// its duplicate, never the other way round. When the store fails, nothing more is begun. Each lead comes in when it is taken and not when the first
/// of a long file was: no clock runs before there is an offer.
/// </summary>
internal sealed class LeadBatch(LeadDesk desk, TimeProvider time)
{
    /// <summary>Takes leads until they end or the store fails.</summary>
    /// <param name="leads">Readings in order, each with what its sender counts it by: its place in a list, its line in a file.</param>
    /// <param name="by">Who brings them.</param>
    /// <param name="tell">Told what became of each, by that number, several at a time and in no order. After a failure the later ones may not be told of.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What the store failed with; null when everything was taken or refused.</returns>
    internal async Task<Exception?> TakeAsync(
        IAsyncEnumerable<(int Number, LeadReading Reading)> leads, Person by, Action<int, LeadOutcome> tell, CancellationToken cancellation)
    {
        var run = new Run(desk, by, time, tell, cancellation);
        await Lanes.RunAsync(run.ReadableAsync(leads), LaneOf, run.TakeAsync, cancellation);
        return run.Failure;
    }

    private static int LaneOf((int Number, Lead Lead) item) =>
        item.Lead.Contact.Email is { } email ? email.GetHashCode() : HashCode.Combine(item.Lead.Source, item.Lead.ExternalId);

    private sealed class Run(LeadDesk desk, Person by, TimeProvider time, Action<int, LeadOutcome> tell, CancellationToken cancellation)
    {
        // Set once, by the first lane that fails; read by all.
        private Exception? failure;

        internal Exception? Failure => Volatile.Read(ref failure);

        internal async IAsyncEnumerable<(int Number, Lead Lead)> ReadableAsync(IAsyncEnumerable<(int Number, LeadReading Reading)> leads)
        {
            await foreach (var (number, reading) in leads.WithCancellation(cancellation))
            {
                if (Failure is not null)
                {
                    yield break;
                }

                switch (reading)
                {
                    case LeadReading.Ok ok: yield return (number, ok.Lead); break;
                    case LeadReading.Wrong wrong: tell(number, new LeadOutcome.Wrong(wrong.Errors)); break;
                }
            }
        }

        [SuppressMessage("Design", "CA1031", Justification = "Whatever one lead fails with must be told beside what became of the others.")]
        internal async Task TakeAsync((int Number, Lead Lead) item)
        {
            if (Failure is not null)
            {
                tell(item.Number, new LeadOutcome.NotTaken(item.Lead));
                return;
            }

            try
            {
                tell(item.Number, new LeadOutcome.Taken(item.Lead, await desk.TakeAsync(item.Lead, by, time.GetUtcNow(), cancellation)));
            }
            catch (Exception wrong) when (!cancellation.IsCancellationRequested)
            {
                Interlocked.CompareExchange(ref failure, wrong, null);
                tell(item.Number, new LeadOutcome.NotTaken(item.Lead));
            }
        }
    }
}
