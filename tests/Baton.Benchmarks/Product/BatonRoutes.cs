using System.Text;

namespace Baton.Benchmarks.Product;

/// <summary>The routes that are measured.</summary>
internal static class BatonRoutes
{
    /// <summary>Answers 200 once it is ready.</summary>
    public const string Ready = "/readyz";

    /// <summary>Accepting a handoff, as bytes.</summary>
    public static byte[] Accept(string handoff)
    {
        var body = $$"""{"action":"accept","actor":"{{BatonFolder.Rep}}"}""";
        return Encoding.UTF8.GetBytes($"POST /api/handoffs/{handoff}/actions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}
