namespace Baton.Edges;

/// <summary>
/// Answers a chat platform in time. Work that takes longer is not given up: the platform is answered, and the work's result follows by another way.
/// </summary>
public sealed class Promptly(RunningWork running, TimeProvider time)
{
    /// <summary>
    /// How long the work may take before the platform is answered without its result: Slack waits for three seconds, of which the way there takes some
    /// (https://docs.slack.dev/interactivity/handling-user-interaction), and Teams for no less.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Runs the work and answers.</summary>
    /// <param name="work">What is to be done; it goes on to its end, whoever hangs up.</param>
    /// <param name="inTime">The answer when it was quick.</param>
    /// <param name="late">The answer when it is not done yet.</param>
    /// <param name="afterwards">What is done then: it is given the work that still goes on.</param>
    public async Task<TAnswer> AnswerAsync<T, TAnswer>(
        Func<CancellationToken, Task<T>> work, Func<T, TAnswer> inTime, Func<TAnswer> late, Func<Task<T>, CancellationToken, Task> afterwards)
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
