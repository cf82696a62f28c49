using System.Security.Cryptography;
using Baton.Teams.Connector.Credentials;
using Microsoft.Extensions.Options;

namespace Baton.Teams;

/// <summary>
/// Refuses a configuration of Teams that could not work, with key, value and what would be right; of a secret only that it is there.
/// Of Teams that is off, only whether it is meant to be.
/// </summary>
public sealed class TeamsOptionsValidator : IValidateOptions<TeamsOptions>
{
    private const string Registration = "Azure portal > Azure Bot > Configuration";

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var wrong = (options.IsOn ? Ids(options).Concat(Credentials(options)).Concat(Addresses(options)).Concat(Locales(options)) : Leftovers(options)).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Leftovers(TeamsOptions options)
    {
        if (options.TenantId.Length > 0 || CredentialKeys(options).Count > 0)
        {
            yield return "Teams:AppId is empty, and other keys of Teams' are set: without an app id Teams is off, and they are not needed.";
        }
    }

    private static IEnumerable<string> Ids(TeamsOptions options)
    {
        var needsIds = options.Auth == TeamsAuth.Tokens;
        if ((needsIds || options.AppId.Length > 0) && !IsGuid(options.AppId))
        {
            yield return Wrong("AppId", options.AppId);
        }

        if ((needsIds || options.TenantId.Length > 0) && !IsGuid(options.TenantId))
        {
            yield return Wrong("TenantId", options.TenantId);
        }

        foreach (var (key, ids) in new[] { ("EntraCallers", options.EntraCallers), ("EntraTenants", options.EntraTenants) })
        {
            foreach (var (at, id) in ids.Index().Where(it => !IsGuid(it.Item)))
            {
                yield return Wrong($"{key}:{at}", id);
            }
        }

        if (options.EntraTenants.Count > 0 && options.EntraCallers.Count == 0)
        {
            yield return "Teams:EntraTenants is set and Teams:EntraCallers is empty: a tenant's tokens are taken only of the apps that are named there.";
        }
    }

    private static IEnumerable<string> Credentials(TeamsOptions options)
    {
        var keys = CredentialKeys(options);
        var wanted = options.Auth == TeamsAuth.None ? 0 : 1;
        if (keys.Count != wanted)
        {
            var said = keys.Count == 0 ? "none of them is set" : $"set are {string.Join(", ", keys)}";
            yield return options.Auth == TeamsAuth.None
                ? $"Teams:Auth is None: an emulator takes no token, and {said}."
                : $"Teams needs one of Teams:ClientSecret, Teams:CertificatePath, Teams:FederatedTokenFile, Teams:FederatedIdentity and Teams:ManagedIdentity: {said}.";
        }

        if (options.CertificatePath.Length > 0 && CertificateFault(options) is { } fault)
        {
            yield return $"Teams:CertificatePath is '{options.CertificatePath}': {fault}";
        }

        if (options.FederatedTokenFile.Length > 0 && !File.Exists(options.FederatedTokenFile))
        {
            yield return $"Teams:FederatedTokenFile is '{options.FederatedTokenFile}': there is no such file.";
        }

        if (options.FederatedIdentity.Length > 0 && !IsGuid(options.FederatedIdentity))
        {
            yield return $"Teams:FederatedIdentity is '{options.FederatedIdentity}': the client id of a managed identity is meant, a GUID.";
        }
    }

    private static List<string> CredentialKeys(TeamsOptions options) =>
    [
        .. new (string Key, bool IsSet)[]
        {
            ("Teams:ClientSecret", options.ClientSecret.Length > 0),
            ("Teams:CertificatePath", options.CertificatePath.Length > 0),
            ("Teams:FederatedTokenFile", options.FederatedTokenFile.Length > 0),
            ("Teams:FederatedIdentity", options.FederatedIdentity.Length > 0),
            ("Teams:ManagedIdentity", options.ManagedIdentity),
        }.Where(it => it.IsSet).Select(it => it.Key),
    ];

    private static string? CertificateFault(TeamsOptions options)
    {
        try
        {
            using var certificate = BotCertificate.Load(options);
            return null;
        }
        catch (IOException)
        {
            return "the file cannot be read.";
        }
        catch (UnauthorizedAccessException)
        {
            return "the file may not be read.";
        }
        catch (CryptographicException)
        {
            return "it holds no certificate with its private key, as PFX or PEM, or Teams:CertificatePassword is not its password.";
        }
    }

    private static IEnumerable<string> Addresses(TeamsOptions options)
    {
        if (options.Authority.Length > 0 && !(Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority) && authority is { Scheme: "http", IsLoopback: true, AbsolutePath: "/", Query: "", UserInfo: "" }))
        {
            yield return $"Teams:Authority is '{options.Authority}': allowed is http:// with an address of this machine and no path; empty means Microsoft's hosts.";
        }

        foreach (var (at, url) in options.ServiceUrls.Index())
        {
            if (!(Uri.TryCreate(url, UriKind.Absolute, out var service) && service is { Scheme: "http" or "https", IsLoopback: true, UserInfo: "" }))
            {
                yield return $"Teams:ServiceUrls:{at} is '{url}': allowed are addresses of this machine; Teams' own are known.";
            }
        }
    }

    private static IEnumerable<string> Locales(TeamsOptions options)
    {
        if (options.Locale is not ("en" or "ja"))
        {
            yield return $"Teams:Locale is '{options.Locale}': allowed are en and ja.";
        }

        foreach (var (at, channel) in options.Channels.Index())
        {
            if (!TeamsPlatform.IsConversation(channel.Id))
            {
                yield return $"Teams:Channels:{at}:Id is '{channel.Id}': a channel's id is meant, such as 19:…@thread.tacv2.";
            }

            if (channel.Locale is not ("en" or "ja"))
            {
                yield return $"Teams:Channels:{at}:Locale is '{channel.Locale}': allowed are en and ja.";
            }
        }
    }

    private static bool IsGuid(string text) => Guid.TryParseExact(text, "D", out _);

    private static string Wrong(string key, string value) => $"Teams:{key} is '{value}': a GUID is meant, such as 00000000-0000-0000-0000-000000000000 ({Registration}).";
}
