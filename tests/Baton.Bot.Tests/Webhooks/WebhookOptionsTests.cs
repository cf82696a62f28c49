using Baton.Webhooks;

namespace Baton.Bot.Tests.Webhooks;

public sealed class WebhookOptionsTests
{
    private static readonly string Secret = "whsec_" + Convert.ToBase64String(new byte[32]);

    [Theory]
    [InlineData("https://crm.example.com/baton?tenant=7")]
    [InlineData("http://127.0.0.1:8080/")]
    public void A_right_one_is_taken(string url) => Assert.Empty(Errors("crm", new WebhookOptions { Url = url, Secrets = [Secret], Events = ["handoff.won"] }));

    [Theory]
    [InlineData("http://crm.example.com/?token=secret", "Webhooks:crm:Url is \"http://crm.example.com/\"; expected https, or http on this machine only")]
    [InlineData("https://user:secret@crm.example.com/", "Webhooks:crm:Url is not shown, as it may hold a password; expected an address without name and password: its messages are signed")]
    [InlineData("", "Webhooks:crm:Url is \"\"; expected an address such as https://crm.example.com/baton")]
    public void A_wrong_address_is_told_without_what_may_be_a_secret(string url, string error) => Assert.Equal(error, Assert.Single(Errors("crm", new WebhookOptions { Url = url, Secrets = [Secret] })));

    [Fact]
    public void Secrets_are_one_or_two_different_ones_and_never_shown()
    {
        string[] Of(params string[] secrets) => [.. Errors("crm", new WebhookOptions { Url = "https://a.example", Secrets = secrets })];

        Assert.Equal(["Webhooks:crm:Secrets are 0; expected one, or two while one takes the other's place"], Of());
        Assert.Equal(["Webhooks:crm:Secrets:1, which is not shown: expected another than the first"], Of(Secret, Secret));
        Assert.DoesNotContain("hunter2", Assert.Single(Of("hunter2")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_or_a_name_that_does_not_exist_is_told_with_those_that_do()
    {
        Assert.StartsWith("Webhooks:crm:Events:0 is \"handoff.acepted\"; expected one of handoff.offered, ", Assert.Single(Errors("crm", new WebhookOptions { Url = "https://a.example", Secrets = [Secret], Events = ["handoff.acepted"] })), StringComparison.Ordinal);
        Assert.Equal("Webhooks:my crm is a name that cannot be used; expected up to 40 letters, digits, - and _, such as crm", Assert.Single(Errors("my crm", new WebhookOptions { Url = "https://a.example", Secrets = [Secret] })));
    }

    private static IEnumerable<string> Errors(string name, WebhookOptions options) => WebhookOptionsErrors.Of(new Dictionary<string, WebhookOptions> { [name] = options });
}
