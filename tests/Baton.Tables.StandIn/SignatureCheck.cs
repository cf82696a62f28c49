using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Baton.Tables.StandIn;

/// <summary>Checks who asks: a signature by scheme <c>SharedKeyLite</c>, made again here from what was received, or a shared access signature.</summary>
internal sealed class SignatureCheck(string account, byte[] key, string sas)
{
    private const int SkewMinutes = 15;

    /// <summary>The refusal; null for who is let in.</summary>
    public TableAnswer? Refusal(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (http.Request.Headers.Authorization.Count == 0)
            return target.Contains(sas, StringComparison.Ordinal) ? null : TableAnswer.XmlError(403, "AuthenticationFailed");
        var date = http.Request.Headers["x-ms-date"].ToString();
        var path = target.Split('?')[0];
        var comp = http.Request.Query["comp"] is [{ } value] ? $"?comp={value}" : "";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{date}\n/{account}{path}{comp}")));
        return http.Request.Headers.Authorization == $"SharedKeyLite {account}:{signature}" && IsRecent(date) ? null : TableAnswer.XmlError(403, "AuthenticationFailed");
    }

    private static bool IsRecent(string date) =>
        DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent)
        && (sent - TimeProvider.System.GetUtcNow()).Duration() < TimeSpan.FromMinutes(SkewMinutes);
}
