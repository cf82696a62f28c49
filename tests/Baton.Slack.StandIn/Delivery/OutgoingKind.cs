namespace Baton.Slack.StandIn.Delivery;

/// <summary>What Slack tells the app about.</summary>
internal enum OutgoingKind
{
    /// <summary>Something happened.</summary>
    Event,

    /// <summary>Somebody pressed, chose, or submitted.</summary>
    Interaction,

    /// <summary>Somebody wrote a command.</summary>
    Command,
}
