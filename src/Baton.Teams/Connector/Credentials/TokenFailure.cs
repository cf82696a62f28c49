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
    private static readonly FrozenDictionary<string, string> Advice = new Dictionary<string, string>
    {
        ["AADSTS700016"] = "Teams:AppId is no application of the tenant Teams:TenantId.",
        ["AADSTS7000215"] = "Teams:ClientSecret is wrong: the secret's value is meant, not its id (Azure portal > App registrations > Certificates & secrets).",
        ["AADSTS7000222"] = "Teams:ClientSecret has expired: make a new one (Azure portal > App registrations > Certificates & secrets).",
        ["AADSTS7000229"] = "The application has no service principal in the tenant Teams:TenantId: add it there (Azure portal > Enterprise applications).",
        ["AADSTS700027"] = "The certificate of Teams:CertificatePath is not one of the application's (Azure portal > App registrations > Certificates & secrets).",
        ["AADSTS70021"] = "The application trusts no such federated credential: compare its issuer, subject and audience (Azure portal > App registrations > Certificates & secrets).",
        ["AADSTS700211"] = "The application trusts no federated credential of that issuer (Azure portal > App registrations > Certificates & secrets).",
        ["AADSTS700213"] = "The application trusts no federated credential of that subject (Azure portal > App registrations > Certificates & secrets).",
        ["AADSTS90002"] = "There is no tenant Teams:TenantId in the cloud Teams:Cloud.",
    }.ToFrozenDictionary();

    /// <summary>Says it. A credential that is not there may come: the endpoint of managed identities starts after the machine, and files of tokens are written anew.</summary>
    public static BotToken Of(AuthenticationFailedException failed) =>
        failed is CredentialUnavailableException ? new BotToken.NotNow("The credential of Teams is not there: check the file or the managed identity that Teams: names.")
        : CodeOf(failed) is not { } code ? new BotToken.NotNow("Entra could not be asked for a token.")
        : IsPassing(code) ? new BotToken.NotNow($"Entra is busy ({code}).")
        : new BotToken.Refused(code, Advice.GetValueOrDefault(code, "Entra gives no token."));

    // Azure's library wraps what Entra said in messages of its own.
    private static string? CodeOf(Exception? failed) =>
        failed is null ? null : Code().Match(failed.Message) is { Success: true, Value: var code } ? code : CodeOf(failed.InnerException);

    // 50196 is a loop, 90033 and 90055 are a service in trouble or too many requests.
    private static bool IsPassing(string code) => code is "AADSTS50196" or "AADSTS90033" or "AADSTS90055";

    [GeneratedRegex("AADSTS[0-9]{5,8}")]
    private static partial Regex Code();
}
