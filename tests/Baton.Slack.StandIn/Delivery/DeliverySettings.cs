namespace Baton.Slack.StandIn.Delivery;

/// <summary>How requests reach the app, and how badly.</summary>
public sealed class DeliverySettings
{
    /// <summary>Where the app listens, in HTTP mode.</summary>
    public Uri? App { get; set; }

    /// <summary>The path for events below <see cref="App"/>.</summary>
    public string EventsPath { get; set; } = "/slack/events";

    /// <summary>The path for interactions.</summary>
    public string InteractivityPath { get; set; } = "/slack/interactivity";

    /// <summary>The path for commands.</summary>
    public string CommandsPath { get; set; } = "/slack/commands";

    /// <summary>How long before sending a request is signed: more than five minutes is a replay.</summary>
    public TimeSpan SignedAgo { get; set; }

    /// <summary>How long the app has for an answer: 3 seconds at Slack.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Every event comes twice, with the same id.</summary>
    public bool Twice { get; set; }

    /// <summary>How late events come.</summary>
    public TimeSpan Late { get; set; }

    /// <summary>Events wait until <see cref="StrictSlack.ReleaseAsync"/>, which may send them in another order.</summary>
    public bool Held { get; set; }

    /// <summary>How long Slack waits before each repetition of an event; at Slack: at once, 1 minute, 5 minutes.</summary>
    public IReadOnlyList<TimeSpan> Retries { get; set; } = [TimeSpan.Zero, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500)];

    /// <summary>Whether the app's own messages come back to it as events, as they do at Slack.</summary>
    public bool Echo { get; set; }
}
