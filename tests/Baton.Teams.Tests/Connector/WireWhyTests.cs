using Baton.Handoffs.Chat;
using Baton.Teams.Tests.Hosting;
using Baton.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Teams.Tests.Connector;

public sealed class WireWhyTests
{
    [Theory]
    [InlineData("No answer within 10 s, after the request had been sent.", "10 秒以内に応答がありませんでした（要求は送信済み）。")]
    [InlineData("The connection failed (ConnectionRefused), before anything was sent.", "接続に失敗しました (ConnectionRefused)（何も送信していません）。")]
    [InlineData("The connection took too long, before anything was sent.", "接続に時間がかかりすぎました（何も送信していません）。")]
    [InlineData("The connection broke, after the request had been sent.", "接続が途切れました（要求は送信済み）。")]
    public void A_request_without_an_answer_is_told_in_Japanese(string stored, string told)
    {
        Assert.Equal(told, WireWhy.Of(stored, "ja"));
        Assert.Equal($"a.example: {told} b", WireWhy.Of($"a.example: {stored} b", "ja"));
        Assert.Equal(stored, WireWhy.Of(stored, "en"));
    }

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        string[] failures = [WireWhy.NoAnswer(TimeSpan.FromSeconds(10)), WireWhy.Failed("HostNotFound"), WireWhy.TookLong, WireWhy.Broke];

        Assert.All(
            failures.SelectMany(failure => new[] { WireWhy.Lost(failure), WireWhy.Unsent(failure) }),
            stored =>
            {
                var told = WireWhy.Of(stored, "ja");
                Assert.DoesNotContain("connection", told, StringComparison.Ordinal);
                Assert.DoesNotContain("answer", told, StringComparison.Ordinal);
                Assert.DoesNotContain("sent", told, StringComparison.Ordinal);
            });
    }

    [Fact]
    public async Task Who_reads_Japanese_is_told_so_why_Teams_was_not_reached()
    {
        await using var office = await TeamsOffice.StartAsync();
        var teams = office.Services.GetServices<IChatPlatform>().Single(p => p.Name == TeamsPlatform.PlatformName);

        Assert.Equal("接続が途切れました（要求は送信済み）。", teams.Explain("The connection broke, after the request had been sent.", "ja"));
    }

    [Fact]
    public void Other_reasons_stay_as_they_are() => Assert.Equal("The disk is full.", WireWhy.Of("The disk is full.", "ja"));
}
