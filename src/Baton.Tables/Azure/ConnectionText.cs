using System.Diagnostics.CodeAnalysis;
using Azure;
using Baton.Tables.Azure.Client;

namespace Baton.Tables.Azure;

/// <summary>
/// Reads the text that names an account: <c>UseDevelopmentStorage=true</c>, a connection string, or an account's address. What it says of a
/// wrong one repeats none of it, as it may hold a key (https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string).
/// </summary>
public static class ConnectionText
{
    private const string Suffix = "core.windows.net";
    private const string EmulatorAccount = "devstoreaccount1";
    private const int EmulatorPort = 10002;

    // The emulator's well-known key: the same everywhere, documented, no secret.
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly string[] Known =
    [
        "UseDevelopmentStorage", "DevelopmentStorageProxyUri", "DefaultEndpointsProtocol", "AccountName", "AccountKey", "EndpointSuffix", "SharedAccessSignature",
        "TableEndpoint", "TableSecondaryEndpoint", "BlobEndpoint", "BlobSecondaryEndpoint", "QueueEndpoint", "QueueSecondaryEndpoint", "FileEndpoint", "FileSecondaryEndpoint",
    ];

    /// <summary>Whether a text is meant to name an account at all: an address, or one of the keys of a connection string.</summary>
    /// <param name="text">The text.</param>
    public static bool IsMeant(string text) =>
        text.Contains("://", StringComparison.Ordinal) || Known.Any(name => text.TrimStart().StartsWith(name + "=", StringComparison.OrdinalIgnoreCase));

    /// <summary>The account, or what is wrong.</summary>
    /// <param name="text">The text.</param>
    /// <param name="connection">The account.</param>
    /// <param name="problem">What is wrong and what would be right, without anything secret.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out AzureTableConnection? connection, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            var isAddress = text.Trim().StartsWith("http", StringComparison.OrdinalIgnoreCase);
            (connection, problem) = (isAddress ? OfAddress(text.Trim()) : OfString(text), null);
            return true;
        }
        catch (ArgumentException wrong)
        {
            (connection, problem) = (null, wrong.Message);
            return false;
        }
    }

    private static AzureTableConnection OfAddress(string text)
    {
        var address = Address("The address", text);
        var endpoint = new UriBuilder(address) { Query = "", Fragment = "" }.Uri;
        if (address.Query.Contains("sig=", StringComparison.Ordinal))
            return new AzureTableConnection(endpoint, new AzureSasCredential(address.Query));
        return endpoint.Scheme == Uri.UriSchemeHttps
            ? AzureTableConnection.WithDefaultCredential(endpoint)
            : throw new ArgumentException("The address begins with http://, over which no token is sent; use https://, or a connection string with the account's key.");
    }

    private static AzureTableConnection OfString(string text)
    {
        var parts = Parts(text);
        if (string.Equals(parts.GetValueOrDefault("UseDevelopmentStorage"), "true", StringComparison.OrdinalIgnoreCase))
            return Emulator(parts.GetValueOrDefault("DevelopmentStorageProxyUri"));
        var endpoint = Endpoint(parts);
        if (parts.GetValueOrDefault("SharedAccessSignature") is { Length: > 0 } signature)
            return new AzureTableConnection(endpoint, new AzureSasCredential(signature));
        if (endpoint.Query.Contains("sig=", StringComparison.Ordinal))
            return new AzureTableConnection(new UriBuilder(endpoint) { Query = "" }.Uri, new AzureSasCredential(endpoint.Query));
        return parts.TryGetValue("AccountName", out var account) && parts.TryGetValue("AccountKey", out var key)
            ? new AzureTableConnection(endpoint, new TableSharedKeyCredential(account, key))
            : throw new ArgumentException("The connection string needs AccountName and AccountKey, or SharedAccessSignature; for a managed identity give the account's https address alone.");
    }

    private static Dictionary<string, string> Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Keys are base64 and signatures are queries: both hold further signs of equality.
            var name = part.Split('=', 2)[0].Trim();
            if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase) || !part.Contains('=', StringComparison.Ordinal))
                throw new ArgumentException($"The connection string has a part that is none of {string.Join(", ", Known[..8])}.");
            if (!parts.TryAdd(name, Unquoted(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim())))
                throw new ArgumentException($"The connection string has {name} twice.");
        }

        return parts;
    }

    // Quotes survive some shells and some secret stores.
    private static string Unquoted(string value) =>
        value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;

    private static Uri Endpoint(Dictionary<string, string> parts)
    {
        if (parts.TryGetValue("TableEndpoint", out var own))
            return Address("TableEndpoint", own);
        if (!parts.TryGetValue("AccountName", out var account))
            throw new ArgumentException("The connection string needs AccountName or TableEndpoint.");
        var (scheme, suffix) = (parts.GetValueOrDefault("DefaultEndpointsProtocol", Uri.UriSchemeHttps), parts.GetValueOrDefault("EndpointSuffix", Suffix));
        return Address("What AccountName, DefaultEndpointsProtocol and EndpointSuffix make", $"{scheme}://{account}.table.{suffix}");
    }

    private static AzureTableConnection Emulator(string? proxy)
    {
        var host = proxy is null ? "http://127.0.0.1" : Address("DevelopmentStorageProxyUri", proxy).GetLeftPart(UriPartial.Authority);
        return new AzureTableConnection(
            new Uri($"{new Uri(host).GetComponents(UriComponents.Scheme | UriComponents.Host, UriFormat.UriEscaped)}:{EmulatorPort}/{EmulatorAccount}"),
            new TableSharedKeyCredential(EmulatorAccount, EmulatorKey));
    }

    private static Uri Address(string what, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
            throw new ArgumentException($"{what} is no address such as https://account.table.{Suffix}.");
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            throw new ArgumentException($"{what} begins with http://; only on this machine may it be anything but https://.");
        return address.Host.Contains(".blob.", StringComparison.OrdinalIgnoreCase) || address.Host.Contains(".queue.", StringComparison.OrdinalIgnoreCase)
            ? throw new ArgumentException($"{what} is that of blobs or queues; the tables' has .table. in its place.")
            : address;
    }
}
