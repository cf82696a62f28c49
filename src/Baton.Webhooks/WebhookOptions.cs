namespace Baton.Webhooks;

/// <summary>One entry of section <c>Webhooks</c>, by a name of one's own: another system that is told what happens to handoffs.</summary>
public sealed class WebhookOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Webhooks";

    /// <summary>Where it is told: https, or http on this machine only. It may hold a token, and is shown in no log.</summary>
    public string Url { get; set; } = "";

    /// <summary>
    /// What its messages are signed with: <c>whsec_</c> and base64 of <see cref="HookSecret.LeastBytes"/> to <see cref="HookSecret.MostBytes"/> bytes. Two while one
    /// takes the other's place.
    /// </summary>
    public IReadOnlyList<string> Secrets { get; set; } = [];

    /// <summary>What it wants to be told, such as <c>handoff.accepted</c>; everything when left out.</summary>
    public IReadOnlyList<string> Events { get; set; } = [];
}
