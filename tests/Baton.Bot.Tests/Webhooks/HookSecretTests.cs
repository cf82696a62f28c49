using System.Security.Cryptography;
using System.Text;
using Baton.Webhooks;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Bot.Tests.Webhooks;

public sealed class HookSecretTests
{
    // The example of the reference libraries of Standard Webhooks.
    [Fact]
    public void The_signature_is_that_of_the_published_example() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        HookSecret.Read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, Encoding.UTF8.GetBytes("""{"test": 2432232314}""")));

    [Fact]
    public void Every_message_is_verified_by_whoever_has_the_secret_and_no_other_message_is() => Prop.ForAll<NonNull<string>, byte[], int>((id, body, seconds) =>
    {
        var key = RandomNumberGenerator.GetBytes(24 + (Math.Abs(seconds % 41)));
        var secret = HookSecret.Read("whsec_" + Convert.ToBase64String(key))!;
        var name = id.Get.Replace(".", "", StringComparison.Ordinal);

        var signature = secret.Sign(name, seconds, body);

        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes($"{name}.{seconds}."), .. body])), signature);
        Assert.NotEqual(signature, secret.Sign(name, seconds + 1, body));
        Assert.NotEqual(signature, secret.Sign(name, seconds, [.. body, 0]));
        Assert.NotEqual(signature, secret.Sign(name + "x", seconds, body));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8I")]
    [InlineData("whsec_not base64 at all !!!!!!!!!!!!!!")]
    public void What_is_no_secret_is_not_read(string text) => Assert.Null(HookSecret.Read(text));

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_secret_has_as_many_bytes_as_the_specification_says(int bytes, bool isOne) => Assert.Equal(isOne, HookSecret.Read("whsec_" + Convert.ToBase64String(new byte[bytes])) is not null);
}
