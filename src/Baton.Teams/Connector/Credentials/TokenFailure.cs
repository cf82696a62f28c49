using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Azure.Identity;

namespace Baton.Teams.Connector.Credentials;

/// <summary>
/// What a failure to get a token means. Of what Entra says only its code is taken, the rest may hold names
/// (https://learn.microsoft.com/entra/identity-platform/reference-error-codes).
/// </summary>
internal static partial class TokenFailure
{
    private static readonly FrozenSet<string> Known =
    [
        "AADSTS700016", "AADSTS7000215", "AADSTS7000222", "AADSTS7000229", "AADSTS700027", "AADSTS70021", "AADSTS700211", "AADSTS700213", "AADSTS90002",
    ];

    /// <summary>The keys of all that is said of them.</summary>
    public static IEnumerable<string> Keys => [.. Known.Select(KeyOf), KeyOf("other")];

    /// <summary>Says it. A credential that is not there may come: the endpoint of managed identities starts after the machine, and files of tokens are written anew.</summary>
    public static BotToken Of(AuthenticationFailedException failed) =>
        failed is CredentialUnavailableException ? new BotToken.NotNow("The credential of Teams is not there: check the file or the managed identity that Teams: names.")
        : CodeOf(failed) is not { } code ? new BotToken.NotNow("Entra could not be asked for a token.")
        : IsPassing(code) ? new BotToken.NotNow($"Entra is busy ({code}).")
        : new BotToken.Refused(code, ToldWhy.Stored[KeyOf(Known.Contains(code) ? code : "other")]);

    private static string KeyOf(string code) => $"entra.{code}";

    // Azure's library wraps what Entra said in messages of its own.
    private static string? CodeOf(Exception? failed) =>
        failed is null ? null : Code().Match(failed.Message) is { Success: true, Value: var code } ? code : CodeOf(failed.InnerException);

    // 50196 is a loop, 90033 and 90055 are a service in trouble or too many requests.
    private static bool IsPassing(string code) => code is "AADSTS50196" or "AADSTS90033" or "AADSTS90055";

    [GeneratedRegex("AADSTS[0-9]{5,8}")]
    private static partial Regex Code();
}
