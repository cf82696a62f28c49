using System.Text.Json.Nodes;

namespace Baton.Teams.StandIn.Connector;

/// <summary>Teams does not do it, in the words that it uses.</summary>
#pragma warning disable CA1032, CA1064 // only made here, with everything that it needs
internal sealed class RefusalException : Exception
#pragma warning restore CA1032, CA1064
{
    public RefusalException(string message)
        : this(400, "Bad Argument", message)
    {
    }

    public RefusalException(int status, string code, string message)
        : this(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } })
    {
    }

    private RefusalException(int status, JsonObject body) => (Status, Body) = (status, body);

    public int Status { get; }

    public JsonObject Body { get; }

    /// <summary>As Teams says that the bot may not write: the reason is a JSON text within the message.</summary>
    public static RefusalException WritesBlocked()
    {
        var inner = new JsonObject { ["subCode"] = "MessageWritesBlocked", ["details"] = "Thread is not writable.", ["errorCode"] = null, ["errorSubCode"] = null };
        return new RefusalException(403, new JsonObject { ["errorCode"] = 209, ["message"] = inner.ToJsonString() });
    }
}
