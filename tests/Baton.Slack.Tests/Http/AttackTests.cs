using System.Text.Json;
using Baton.Slack.StandIn;
using Baton.Slack.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Tests.Http;

public sealed class AttackTests
{
    [Fact]
    public async Task No_attack_and_no_accident_changes_anything_or_makes_the_server_fail_and_each_is_logged_without_a_secret()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();
        var handoff = SlackHouse.HandoffOf(card);
        await Eventually.HoldsAsync("its card is recorded", () => house.StandsAsync(handoff).Result is var now && now.GetProperty("undelivered").GetArrayLength() == 0 && now.GetProperty("version").GetInt32() > 1);
        var before = await house.StandsAsync(handoff);
        var accept = Accept(house, card);
        var attacks = Attacks.On(accept, house.Robin.Id, house.Sales.Id);

        Assert.True(attacks.Count >= 40, $"{attacks.Count} are too few.");
        foreach (var attack in attacks)
        {
            var logged = house.Log.Lines.Count;
            using var request = attack.Request(house.Slack.Settings.SigningSecret);
            using var response = await house.Client.SendAsync(request);

            Assert.True(attack.Status == (int)response.StatusCode, $"{attack.Name}: {attack.Status} was expected, {(int)response.StatusCode} came.");
            Assert.Equal((attack.Name, before.GetProperty("version").GetInt32()), (attack.Name, (await house.StandsAsync(handoff)).GetProperty("version").GetInt32()));
            if (attack.IsLogged)
            {
                var lines = await Eventually.SomeAsync($"a line tells of {attack.Name}", () => house.Log.Lines.Skip(logged).Where(l => l.Level >= LogLevel.Information && l.Category.StartsWith("Baton.Slack", StringComparison.Ordinal)).ToList() is { Count: > 0 } some ? some : null);
                Assert.All(lines, line => Assert.DoesNotContain(Attacks.LeadText, line.Text, StringComparison.Ordinal));
            }
        }

        Assert.DoesNotContain(house.Log.Lines, line => Secrets(house).Any(secret => line.Text.Contains(secret, StringComparison.Ordinal)));
        Assert.DoesNotContain(house.Log.Lines, line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task A_request_that_somebody_recorded_does_nothing_a_second_time()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();
        var attack = new Attack("recorded", 200) { Body = Attack.Form(Accept(house, card)) };
        using var first = attack.Request(house.Slack.Settings.SigningSecret);
        using var again = new HttpRequestMessage(HttpMethod.Post, first.RequestUri) { Content = new ByteArrayContent(attack.Body) };
        again.Content.Headers.TryAddWithoutValidation("Content-Type", attack.ContentType);
        foreach (var header in first.Headers)
        {
            again.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        (await house.Client.SendAsync(first)).EnsureSuccessStatusCode();
        var version = (await house.StandsAsync(SlackHouse.HandoffOf(card))).GetProperty("state").GetString();
        (await house.Client.SendAsync(again)).EnsureSuccessStatusCode();

        Assert.Equal("accepted", version, ignoreCase: true);
        Assert.Single(house.Log.Lines, line => line.Text.Contains("came a second time", StringComparison.Ordinal));
    }

    private static string Accept(SlackHouse house, SeenMessage card)
    {
        var button = card.Elements.First(e => e.ActionId == "accept");
        return JsonSerializer.Serialize(new
        {
            type = "block_actions",
            user = new { id = house.Robin.Id },
            container = new { type = "message", message_ts = card.Ts, channel_id = card.Channel },
            trigger_id = "1.2.3",
            response_url = new Uri(house.Slack.ApiUrl, "/response/none"),
            message = new { text = Attacks.LeadText },
            actions = new[] { new { type = "button", action_id = "accept", value = button.Value } },
        }).Replace("\\u0022", "\\\"", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Secrets(SlackHouse house) => [house.Slack.Settings.SigningSecret, house.Slack.Settings.BotToken, "/response/"];
}
