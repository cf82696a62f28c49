namespace Baton.Slack.Http;

/// <summary>What came of checking who signed a request. Every other case than <see cref="Right"/> refuses it.</summary>
internal enum SignatureVerdict
{
    /// <summary>Slack signed it, and just now.</summary>
    Right,

    /// <summary>There is no signature or no time, or more than one of them.</summary>
    Missing,

    /// <summary>The time is no number of seconds.</summary>
    NoTime,

    /// <summary>The time lies too far in the past or in the future.</summary>
    OutOfTime,

    /// <summary>The signature is of another version or form.</summary>
    WrongForm,

    /// <summary>Somebody else signed it, or the body is not the one that was signed.</summary>
    Wrong,
}
