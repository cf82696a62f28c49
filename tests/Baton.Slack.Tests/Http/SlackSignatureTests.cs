using System.Globalization;
using System.Text;
using Baton.Slack.Http;
using Baton.Slack.StandIn.Delivery;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Primitives;

namespace Baton.Slack.Tests.Http;

public sealed class SlackSignatureTests
{
    // The example of https://docs.slack.dev/authentication/verifying-requests-from-slack
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const long SignedAt = 1531420618;
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    [Fact]
    public void Slacks_own_example_is_right() => Assert.Equal(SignatureVerdict.Right, Check(Signature, SignedAt.ToString(CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(-301, (int)SignatureVerdict.OutOfTime)]
    [InlineData(-300, (int)SignatureVerdict.Right)]
    [InlineData(300, (int)SignatureVerdict.Right)]
    [InlineData(301, (int)SignatureVerdict.OutOfTime)]
    public void A_signature_counts_for_five_minutes_before_and_after(int seconds, int verdict) =>
        Assert.Equal((SignatureVerdict)verdict, Check(Signature, SignedAt.ToString(CultureInfo.InvariantCulture), SignedAt + seconds));

    [Theory]
    [InlineData("1531420618.0")]
    [InlineData("+1531420618")]
    [InlineData(" 1531420618")]
    [InlineData("")]
    [InlineData("9999999999999999")]
    [InlineData("１５３１４２０６１８")]
    public void A_time_that_is_no_number_of_seconds_is_refused(string time) => Assert.Equal(SignatureVerdict.NoTime, Check(Signature, time));

    [Theory]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("V0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503 ")]
    [InlineData("v0=ａ2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    public void A_signature_of_another_form_is_refused(string signature) => Assert.Equal(SignatureVerdict.WrongForm, Check(signature, SignedAt.ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public void Large_letters_are_another_signature() =>
        Assert.Equal(SignatureVerdict.Wrong, Check("v0=" + Signature[3..].ToUpperInvariant(), SignedAt.ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public void A_header_that_is_there_twice_is_refused()
    {
        var at = SignedAt.ToString(CultureInfo.InvariantCulture);

        Assert.Equal(SignatureVerdict.Missing, Check(new StringValues([Signature, Signature]), at));
        Assert.Equal(SignatureVerdict.Missing, Check(Signature, new StringValues([at, at])));
        Assert.Equal(SignatureVerdict.Missing, Check(StringValues.Empty, at));
    }

    [Fact]
    public void Both_secrets_count_while_one_takes_the_place_of_the_other()
    {
        var at = SignedAt.ToString(CultureInfo.InvariantCulture);

        Assert.Equal(SignatureVerdict.Right, Check(SlackSigner.Sign("new", at, Body), at, secrets: [Secret, "new"]));
        Assert.Equal(SignatureVerdict.Right, Check(Signature, at, secrets: ["new", Secret]));
        Assert.Equal(SignatureVerdict.Wrong, Check(SlackSigner.Sign("old", at, Body), at, secrets: [Secret, "new"]));
    }

    [Fact]
    public void Without_a_secret_nothing_can_be_checked_and_nothing_starts() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SlackSignature([""], TimeProvider.System));

    [Fact]
    public void Whoever_changes_one_byte_needs_another_signature() => Prop.ForAll(
        Gen.Choose(0, Body.Length - 1).ToArbitrary(),
        at => Check(Signature, SignedAt.ToString(CultureInfo.InvariantCulture), body: Body[..at] + (char)(Body[at] ^ 1) + Body[(at + 1)..]) == SignatureVerdict.Wrong).QuickCheckThrowOnFailure();

    private static SignatureVerdict Check(StringValues signature, StringValues time, long now = SignedAt, string body = Body, params string[] secrets)
    {
        var bytes = new byte[SlackSignature.Room + Encoding.UTF8.GetByteCount(body)];
        Encoding.UTF8.GetBytes(body, bytes.AsSpan(SlackSignature.Room));
        return new SlackSignature(secrets is [] ? [Secret] : secrets, new StoppedClock(DateTimeOffset.FromUnixTimeSeconds(now))).Check(signature, time, bytes, out _);
    }

    private sealed class StoppedClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
