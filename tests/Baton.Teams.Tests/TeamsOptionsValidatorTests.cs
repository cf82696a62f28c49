namespace Baton.Teams.Tests;

/// <summary>A wrong configuration is told with key, value and what would be right; a secret is not told.</summary>
public sealed class TeamsOptionsValidatorTests : IDisposable
{
    private const string Id = "5b0e6d4a-9f0b-4a55-9d56-6a4a4d5e1c01";

    private readonly string folder = Directory.CreateTempSubdirectory("baton-teams-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Off_is_right() => Assert.Empty(Wrong(new TeamsOptions()));

    [Fact]
    public void An_emulator_needs_nothing_else() => Assert.Empty(Wrong(new TeamsOptions { Auth = TeamsAuth.None, ServiceUrls = { "http://127.0.0.1:56150/_connector" } }));

    [Fact]
    public void A_bot_needs_its_id_its_tenant_and_one_credential() => Assert.Empty(Wrong(Right()));

    public static TheoryData<string, string> Mistakes => new()
    {
        { nameof(TeamsOptions.AppId), "Teams:AppId is 'baton'" },
        { nameof(TeamsOptions.TenantId), "Teams:TenantId is 'contoso.onmicrosoft.com'" },
        { nameof(TeamsOptions.EntraCallers), "Teams:EntraCallers:0 is 'somebody'" },
        { nameof(TeamsOptions.EntraTenants), "Teams:EntraCallers is empty" },
        { nameof(TeamsOptions.ClientSecret), "none of them is set" },
        { nameof(TeamsOptions.ManagedIdentity), "set are Teams:ClientSecret, Teams:ManagedIdentity" },
        { nameof(TeamsOptions.CertificatePath), "the file cannot be read" },
        { nameof(TeamsOptions.CertificatePassword), "holds no certificate" },
        { nameof(TeamsOptions.FederatedTokenFile), "there is no such file" },
        { nameof(TeamsOptions.FederatedIdentity), "Teams:FederatedIdentity is 'mine'" },
        { nameof(TeamsOptions.Authority), "Teams:Authority is 'https://login.example.com/'" },
        { nameof(TeamsOptions.ServiceUrls), "Teams:ServiceUrls:0 is 'https://smba.example.com/'" },
        { nameof(TeamsOptions.Locale), "Teams:Locale is 'fr'" },
        { nameof(TeamsOptions.Auth), "an emulator takes no token" },
        { nameof(TeamsOptions.IsOn), "Teams:AppId is empty" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_its_key(string key, string told)
    {
        var wrong = Wrong(With(key));

        Assert.Contains(told, Assert.Single(wrong), StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, line => line.Contains("top secret", StringComparison.Ordinal));
    }

    private TeamsOptions With(string key)
    {
        var options = Right();
        var junk = Path.Combine(folder, "junk.pfx");
        File.WriteAllText(junk, "junk");
        Action change = key switch
        {
            nameof(TeamsOptions.AppId) => () => options.AppId = "baton",
            nameof(TeamsOptions.TenantId) => () => options.TenantId = "contoso.onmicrosoft.com",
            nameof(TeamsOptions.EntraCallers) => () => options.EntraCallers.Add("somebody"),
            nameof(TeamsOptions.EntraTenants) => () => options.EntraTenants.Add(Id),
            nameof(TeamsOptions.ClientSecret) => () => options.ClientSecret = "",
            nameof(TeamsOptions.ManagedIdentity) => () => options.ManagedIdentity = true,
            nameof(TeamsOptions.CertificatePath) => () => (options.ClientSecret, options.CertificatePath) = ("", Path.Combine(folder, "none.pem")),
            nameof(TeamsOptions.CertificatePassword) => () => (options.ClientSecret, options.CertificatePath, options.CertificatePassword) = ("", junk, "top secret"),
            nameof(TeamsOptions.FederatedTokenFile) => () => (options.ClientSecret, options.FederatedTokenFile) = ("", Path.Combine(folder, "none")),
            nameof(TeamsOptions.FederatedIdentity) => () => (options.ClientSecret, options.FederatedIdentity) = ("", "mine"),
            nameof(TeamsOptions.Authority) => () => options.Authority = "https://login.example.com/",
            nameof(TeamsOptions.ServiceUrls) => () => options.ServiceUrls.Add("https://smba.example.com/"),
            nameof(TeamsOptions.Locale) => () => options.Locale = "fr",
            nameof(TeamsOptions.Auth) => () => options.Auth = TeamsAuth.None,
            _ => () => options.AppId = "",
        };
        change();
        return options;
    }

    private static TeamsOptions Right() => new() { AppId = Id, TenantId = Id, ClientSecret = "top secret" };

    private static List<string> Wrong(TeamsOptions options) => [.. new TeamsOptionsValidator().Validate(null, options).Failures ?? []];
}
