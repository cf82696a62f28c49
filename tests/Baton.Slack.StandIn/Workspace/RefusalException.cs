namespace Baton.Slack.StandIn.Workspace;

/// <summary>What Slack answers with <c>ok: false</c>.</summary>
public sealed class RefusalException(string code, params IReadOnlyList<string> messages) : Exception(code)
{
    /// <summary>The error's code.</summary>
    public string Code { get; } = code;

    /// <summary>What <c>response_metadata.messages</c> says.</summary>
    public IReadOnlyList<string> Messages { get; } = messages;

    /// <summary>The scope that is missing, for <c>missing_scope</c>.</summary>
    public string? Needed { get; init; }
}
