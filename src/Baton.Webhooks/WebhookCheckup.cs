using Baton.Handoffs.Webhooks;

namespace Baton.Webhooks;

/// <summary>Looks whether hooks take messages, by a signed message that tells of nothing: so address, certificate and secret are all tried.</summary>
public sealed class WebhookCheckup(HookSender sender, IReadOnlyList<HookEndpoint> endpoints)
{
    /// <summary>Looks at each, all at once.</summary>
    public async Task<IReadOnlyList<WebhookFinding>> RunAsync(CancellationToken cancellation) =>
        await Task.WhenAll(endpoints.Select(async e => Of(e, await sender.PingAsync(e, cancellation))));

    private static WebhookFinding Of(HookEndpoint endpoint, HookAnswer answer) => answer switch
    {
        HookAnswer.Taken => new(true, $"{endpoint.Name}: {endpoint.Url.Host} took a signed {HookPing.PingType}"),
        HookAnswer.Gone => new(false, $"{endpoint.Name}: {endpoint.Url.Host} answers 410 (gone): it wants nothing. Take it out of {WebhookOptions.Section}, or have its receiver take events again."),
        HookAnswer.Wait it => new(true, $"{endpoint.Name}: {endpoint.Url.Host} answers, and asks to wait for {it.Time.TotalSeconds:0} seconds"),
        HookAnswer.Failed it => new(false, $"{endpoint.Name}: {endpoint.Url.Host} did not take a signed {HookPing.PingType}. {it.Why} A receiver answers 200 to every message whose signature is right, of types that it does not know too."),
        _ => throw new InvalidOperationException($"There is no rule for {answer.GetType().Name}."),
    };
}

/// <summary>Something that was looked at.</summary>
/// <param name="Fine">Whether it is as it should be.</param>
/// <param name="Text">What was found, and what to do about it.</param>
public sealed record WebhookFinding(bool Fine, string Text);
