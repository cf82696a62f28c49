using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Baton.Teams.Connector;

namespace Baton.Teams.Tests.Connector.Credentials;

/// <summary>Each way to prove who Baton is, with Azure's own library, against an Entra that checks it.</summary>
public sealed class CredentialTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("baton-teams-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_secret()
    {
        await using var house = await ConnectorHouse.OpenAsync();

        Assert.IsType<ConnectorReply<string>.Done>(await house.SendAsync(house.Team, "hello"));
        Assert.Equal(["secret https://api.botframework.com/.default"], house.Teams.Tokens.Asked);
    }

    [Theory]
    [InlineData("pem")]
    [InlineData("pfx")]
    public async Task A_certificate(string form)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=baton", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var path = Path.Combine(folder, $"baton.{form}");
        await File.WriteAllBytesAsync(path, form == "pem" ? System.Text.Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n") : certificate.Export(X509ContentType.Pkcs12, "open sesame"));
        await using var house = await ConnectorHouse.OpenAsync(change: options => (options.ClientSecret, options.CertificatePath, options.CertificatePassword) = ("", path, form == "pem" ? "" : "open sesame"));
        house.Teams.Tokens.Certificate = certificate;

        Assert.IsType<ConnectorReply<string>.Done>(await house.SendAsync(house.Team, "hello"));
        Assert.Equal(["certificate https://api.botframework.com/.default"], house.Teams.Tokens.Asked);
    }

    [Fact]
    public async Task A_token_of_another_issuer_that_Entra_trusts()
    {
        var path = Path.Combine(folder, "token");
        await File.WriteAllTextAsync(path, "kubernetes.says.so");
        await using var house = await ConnectorHouse.OpenAsync(change: options => (options.ClientSecret, options.FederatedTokenFile) = ("", path));
        house.Teams.Tokens.TrustedAssertion = "kubernetes.says.so";

        Assert.IsType<ConnectorReply<string>.Done>(await house.SendAsync(house.Team, "hello"));
        Assert.Equal(["assertion https://api.botframework.com/.default"], house.Teams.Tokens.Asked);
    }

    [Fact]
    public async Task A_token_is_asked_for_once_however_many_need_it()
    {
        await using var house = await ConnectorHouse.OpenAsync();
        house.Teams.Limits.Enabled = false;

        await Task.WhenAll(Enumerable.Range(0, 7).Select(i => house.SendAsync(house.Team, $"{i}")));

        Assert.Single(house.Teams.Tokens.Asked);
    }

    [Theory]
    [InlineData("AADSTS7000215", "Teams:ClientSecret is wrong")]
    [InlineData("AADSTS7000222", "has expired")]
    [InlineData("AADSTS700016", "Teams:AppId")]
    [InlineData("AADSTS90002", "Teams:TenantId")]
    [InlineData("AADSTS53003", "gives no token")]
    public async Task What_Entra_refuses_is_told_with_what_to_do(string code, string advice)
    {
        await using var house = await ConnectorHouse.OpenAsync();
        house.Teams.Tokens.Refusal = code;

        var refused = Assert.IsType<ConnectorReply<string>.Refused>(await house.SendAsync(house.Team, "hello"));
        Assert.Equal(code, refused.Code);
        Assert.Contains(advice, refused.Why, StringComparison.Ordinal);
        Assert.Empty(house.Teams.Calls);
    }

    [Fact]
    public async Task A_wrong_secret_is_found_by_Entra_and_never_logged()
    {
        await using var house = await ConnectorHouse.OpenAsync(change: options => options.ClientSecret = "not-the-secret");

        Assert.Equal("AADSTS7000215", Assert.IsType<ConnectorReply<string>.Refused>(await house.SendAsync(house.Team, "hello")).Code);
        Assert.DoesNotContain(house.Parts.Logs.All, line => line.Contains("not-the-secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_emulator_gets_no_token()
    {
        await using var house = await ConnectorHouse.OpenAsync(change: options => (options.Auth, options.ClientSecret) = (TeamsAuth.None, ""));

        Assert.Equal("Unauthorized", Assert.IsType<ConnectorReply<string>.Refused>(await house.SendAsync(house.Team, "hello")).Code);
        Assert.Empty(house.Teams.Tokens.Asked);
    }
}
