using System.Globalization;
using System.Text.Json;

namespace Baton.Benchmarks.Accept;

/// <summary>
/// A click as Slack documents it (<c>block_actions</c> of a button in a channel's message). It brings the whole message along, as Slack does:
/// here a lead's card of eight blocks, somewhat shorter than Baton's own.
/// </summary>
internal static class BoltClick
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The payload.</summary>
    /// <param name="handoff">What is clicked on.</param>
    /// <param name="value">What the button carries.</param>
    /// <param name="now">When the card was posted.</param>
    public static string Payload(string handoff, string value, DateTimeOffset now)
    {
        var ts = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds()}.000100");
        return JsonSerializer.Serialize(
            new
            {
                type = "block_actions",
                user = new { id = "U0REP", username = "rep", name = "rep", team_id = "T0BENCH" },
                api_app_id = "A0BENCH",
                token = "unused",
                container = new { type = "message", message_ts = ts, channel_id = "C0SALES", is_ephemeral = false },
                trigger_id = $"1.2.{handoff}",
                team = new { id = "T0BENCH", domain = "bench" },
                enterprise = (object?)null,
                is_enterprise_install = false,
                channel = new { id = "C0SALES", name = "sales" },
                message = new { type = "message", user = "U0BENCH", ts, text = "A lead for you", bot_id = "B0BENCH", app_id = "A0BENCH", team = "T0BENCH", blocks = Blocks(handoff, value) },
                state = new { values = new { } },
                response_url = $"https://hooks.slack.com/actions/T0BENCH/1/{handoff}",
                actions = new[] { Button("accept", "Accept", value) },
            },
            Plain);
    }

    private static object[] Blocks(string handoff, string value) =>
    [
        new { type = "header", block_id = "title", text = Text("plain_text", "恵 佐々木 · 西日本建材株式会社") },
        Section("why", "*Hot* · score 82 · 2026 Autumn Expo\nAsked for a price yesterday; three visits to the pricing page in a week."),
        new
        {
            type = "section",
            block_id = "facts",
            fields = new[]
            {
                Text("mrkdwn", "*Title*\n購買部 主任"), Text("mrkdwn", "*Employees*\n80"), Text("mrkdwn", "*Industry*\nConstruction"),
                Text("mrkdwn", "*Phone*\n03-3489-2278"), Text("mrkdwn", "*E-mail*\nsasaki.736@nishi-kenzai.example"), Text("mrkdwn", "*Country*\nJapan"),
            },
        },
        Section("need", "> 見積もりをお願いします。"),
        Section("engagements", "• Nov 19, 18:02 Pricing page form\n• Nov 18, 10:11 Whitepaper: SLAs that work\n• Nov 17, 09:40 Webinar registration"),
        Section("clock", "Answer within 30 working minutes: by Monday 09:30"),
        new { type = "actions", block_id = "actions", elements = new[] { Button("accept", "Accept", value), Button("reject", "Reject", value), Button("pass", "Pass on", value), Button("more", "More", value) } },
        new { type = "context", block_id = "foot", elements = new[] { Text("mrkdwn", $"Handoff {handoff} · offered to japan by rule Japan") } },
    ];

    private static object Section(string id, string text) => new { type = "section", block_id = id, text = Text("mrkdwn", text) };

    private static object Text(string type, string text) => new { type, text };

    private static object Button(string action, string label, string value) =>
        new { type = "button", action_id = action, block_id = "actions", value, action_ts = "1795000000.000100", text = Text("plain_text", label) };
}
