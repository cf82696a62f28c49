using System.Text.RegularExpressions;

namespace Baton.Tables.StandIn;

/// <summary>Reads a transaction as strictly as it is described: lines end in CR LF, addresses are absolute, one changeset.</summary>
internal static partial class TransactionReader
{
    /// <summary>Its operations; null when the form is wrong.</summary>
    public static List<EntityOperation>? Read(string body, string contentType, string endpoint)
    {
        if (body.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal) || Outer().Match(contentType) is not { Success: true } outer)
            return null;
        var batch = outer.Groups["boundary"].Value;
        if (Whole().Match(body) is not { Success: true } whole || whole.Groups["batch"].Value != batch)
            return null;
        var operations = new List<EntityOperation>();
        foreach (var part in whole.Groups["parts"].Value.Split($"--{whole.Groups["changeset"].Value}\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            if (Part().Match(part) is not { Success: true } request || !request.Groups["url"].Value.StartsWith(endpoint, StringComparison.Ordinal))
                return null;
            var ifMatch = IfMatch().Match(request.Groups["headers"].Value) is { Success: true } guard ? guard.Groups["etag"].Value : null;
            if (EntityOperation.Of(request.Groups["method"].Value, "/" + request.Groups["url"].Value[endpoint.Length..], ifMatch, request.Groups["body"].Value) is not { } operation)
                return null;
            operations.Add(operation);
        }

        return operations;
    }

    [GeneratedRegex("^multipart/mixed; boundary=(?<boundary>[-\\w]+)$")]
    private static partial Regex Outer();

    [GeneratedRegex("^--(?<batch>[-\\w]+)\r\nContent-Type: multipart/mixed; boundary=(?<changeset>[-\\w]+)\r\n\r\n(?<parts>.*)--\\k<changeset>--\r\n--\\k<batch>--\r\n$", RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex("^Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n(?<method>[A-Z]+) (?<url>\\S+) HTTP/1.1\r\n(?<headers>([-\\w]+: [^\r]*\r\n)+)\r\n(?<body>[^\r\n]*)\r\n$")]
    private static partial Regex Part();

    [GeneratedRegex("(^|\n)If-Match: (?<etag>[^\r]*)\r")]
    private static partial Regex IfMatch();
}
