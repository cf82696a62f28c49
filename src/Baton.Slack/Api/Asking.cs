using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Slack.Api;

/// <summary>Asking Slack for something, as opposed to having it do something: an answer is there, or is not, or cannot be had now.</summary>
internal static class Asking
{
    // Longer than this nobody is kept waiting for a lookup.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Timers may ring a little early.
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks, again when Slack wants a short pause in between. Null when Slack refuses in a way that <paramref name="isNothing"/> takes for "there is none".</summary>
    /// <exception cref="SlackUnavailableException">There was no answer, or another refusal.</exception>
    public static async Task<SlackAnswer.Ok?> AskAsync(
        this SlackClient client, SlackMethod method, JsonObject arguments, Func<SlackAnswer.Refused, bool> isNothing, TimeProvider time, CancellationToken cancellation)
    {
        var answer = await client.CallAsync(method, arguments, cancellation);
        if (answer is SlackAnswer.RateLimited { Wait: var wait } && wait <= Patience)
        {
            await Task.Delay(wait + Rounding, time, cancellation);
            answer = await client.CallAsync(method, arguments, cancellation);
        }

        return answer switch
        {
            SlackAnswer.Ok it => it,
            SlackAnswer.Refused it when isNothing(it) => null,
            SlackAnswer.Refused it => throw new SlackUnavailableException($"Slack refused {method} with {it.Code}: {it.Detail}") { IsUnauthorized = it.Error == SlackError.FixCredential },
            SlackAnswer.RateLimited it => throw new SlackUnavailableException($"Slack takes no more calls of {method} for {it.Wait.TotalSeconds:0} s."),
            SlackAnswer.NotSent it => throw new SlackUnavailableException($"{method}: {it.Why}"),
            SlackAnswer.Uncertain it => throw new SlackUnavailableException($"{method}: {it.Why}"),
            _ => throw new InvalidOperationException("An answer is one of the five above."),
        };
    }
}
