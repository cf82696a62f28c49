namespace Baton.Slack.Events;

/// <summary>
/// Answers Slack in time: within three seconds, of which the way there takes some (https://docs.slack.dev/interactivity/handling-user-interaction).
/// Work that takes longer is not given up: Slack is answered, and the work's result follows by another way.
/// </summary>
internal sealed class Promptly(RunningWork running, TimeProvider time)
{
    /// <summary>How long the work may take before Slack is answered without its result.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Runs the work and answers.</summary>
    /// <param name="work">What is to be done; it goes on to its end, whoever hangs up.</param>
    /// <param name="inTime">The answer when it was quick.</param>
    /// <param name="late">The answer when it is not done yet.</param>
    /// <param name="afterwards">What is done then: it is given the work that still goes on.</param>
    public async Task<Ack> AnswerAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, Ack> inTime, Func<Ack> late, Func<Task<T>, CancellationToken, Task> afterwards)
    {
        var result = running.RunAsync(work);
        if (!result.IsCompleted)
        {
            try
            {
                await result.WaitAsync(Patience, time);
            }
            catch (TimeoutException) when (!result.IsCompleted)
            {
                running.Start(cancellation => afterwards(result, cancellation));
                return late();
            }
        }

        return inTime(await result);
    }

    /// <summary>Starts something that nobody waits for.</summary>
    public void Start(Func<CancellationToken, Task> work) => running.Start(work);
}
