namespace Baton.Slack.StandIn;

/// <summary>What becomes of a submitted modal on the person's screen.</summary>
public abstract record SubmitOutcome
{
    private SubmitOutcome()
    {
    }

    /// <summary>It closed.</summary>
    public sealed record Closed : SubmitOutcome;

    /// <summary>It was not sent: Slack itself asks for what is missing.</summary>
    /// <param name="Problems">What is wrong, by block id.</param>
    public sealed record Incomplete(IReadOnlyDictionary<string, string> Problems) : SubmitOutcome;

    /// <summary>It stays open with the app's refusals beside the inputs.</summary>
    /// <param name="Errors">By block id.</param>
    public sealed record Refused(IReadOnlyDictionary<string, string> Errors) : SubmitOutcome;

    /// <summary>It shows something else.</summary>
    /// <param name="View">What.</param>
    public sealed record Updated(SeenView View) : SubmitOutcome;

    /// <summary>Another one lies on it.</summary>
    /// <param name="View">Which.</param>
    public sealed record Pushed(SeenView View) : SubmitOutcome;

    /// <summary>"We had some trouble connecting": the app's answer was late, missing or none that Slack understands.</summary>
    /// <param name="Why">What was wrong with it.</param>
    public sealed record Trouble(string Why) : SubmitOutcome;
}
