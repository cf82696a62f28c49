namespace Baton.Slack.Api;

/// <summary>What a refusal of Slack's calls for.</summary>
public enum SlackError
{
    /// <summary>Slack is busy or being moved; the same call may work later.</summary>
    Retry,

    /// <summary>This call will never work.</summary>
    GiveUp,

    /// <summary>Somebody must change a setting, an invitation or a permission first.</summary>
    FixConfiguration,

    /// <summary>Slack does not take Baton's token, whatever it is asked: somebody must set another one first.</summary>
    FixCredential,

    /// <summary>What it was about is there no more.</summary>
    Gone,
}
