using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Baton.Slack.Http;

namespace Baton.Slack.Tests.Http;

/// <summary>A request that Slack would not send, or not so.</summary>
internal sealed record Attack(string Name, int Status)
{
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>Which route.</summary>
    public string Path { get; init; } = SlackEndpoints.Interactivity;

    public string ContentType { get; init; } = FormType;

    public byte[] Body { get; init; } = [];

    /// <summary>With which secret it is signed; null for one that nobody has.</summary>
    public string? Secret { get; init; }

    /// <summary>How long ago it was signed.</summary>
    public TimeSpan SignedAgo { get; init; }

    /// <summary>The signature's header as it is sent, made of the right one.</summary>
    public Func<string, string[]> Signature { get; init; } = right => [right];

    /// <summary>The time's header as it is sent, made of the right one.</summary>
    public Func<string, string[]> Time { get; init; } = right => [right];

    /// <summary>Further headers.</summary>
    public (string Name, string Value)[] Headers { get; init; } = [];

    /// <summary>Whether a line in the log tells of it.</summary>
    public bool IsLogged { get; init; } = true;

    public static byte[] Form(string payload) => Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(payload));

    public static byte[] Text(string body) => Encoding.UTF8.GetBytes(body);

    public HttpRequestMessage Request(string rightSecret)
    {
        var at = (TimeProvider.System.GetUtcNow() - SignedAgo).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Path, UriKind.Relative)) { Content = new ByteArrayContent(Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{at}:"), .. Body];
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret ?? rightSecret), signed);
        foreach (var value in Signature("v0=" + Convert.ToHexStringLower(hash)))
        {
            request.Headers.TryAddWithoutValidation(SlackSignature.Header, value);
        }

        foreach (var value in Time(at))
        {
            request.Headers.TryAddWithoutValidation(SlackSignature.TimeHeader, value);
        }

        foreach (var (name, value) in Headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value) || request.Content.Headers.TryAddWithoutValidation(name, value));
        }

        return request;
    }
}
