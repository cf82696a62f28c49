using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Baton.Benchmarks.Accept;
using Baton.Edges.Reading;
using Baton.Slack.Http;
using Baton.Slack.Incoming;

namespace Baton.Benchmarks.Slack;

/// <summary>
/// What it takes to know that a click is Slack's and what it says: the signature, the form, the payload. The same steps as the product's, on one thread,
/// each time on a body as it came, because reading changes it.
/// </summary>
internal static class ClickReading
{
    private const int Clicks = 20_000;

    /// <summary>Microseconds of a click, one figure a round, after a round for warming up.</summary>
    public static IReadOnlyList<double> Measure(int rounds)
    {
        var now = TimeProvider.System.GetUtcNow();
        var request = SlackRequest.Click("/", BoltPeer.Secret, "0123456789abcdef", now);
        var head = request.AsSpan().IndexOf("\r\n\r\n"u8);
        var body = request[(head + 4)..];
        var signature = Header(request.AsSpan(0, head), SlackSignature.Header);
        var at = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var check = new SlackSignature([BoltPeer.Secret], TimeProvider.System);
        return [.. Enumerable.Range(0, rounds + 1).Select(_ => Round(check, signature, at, body)).Skip(1)];
    }

    private static double Round(SlackSignature check, string signature, string at, byte[] body)
    {
        var buffer = new byte[SlackSignature.Room + body.Length];
        var start = Stopwatch.GetTimestamp();
        for (var click = 0; click < Clicks; click++)
        {
            body.CopyTo(buffer, SlackSignature.Room);
            var form = SlackForm.Find(buffer.AsMemory(SlackSignature.Room))!;
            if (check.Check(signature, at, buffer, out var _) != SignatureVerdict.Right || form.Take("payload"u8) is not { } payload)
            {
                throw new InvalidOperationException("The benchmark's own click was not taken.");
            }

            using var document = JsonDocument.Parse(payload, JsonReading.Strict);
            _ = (Interaction.Pressed)InteractionReader.Read(document.RootElement)!;
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Clicks;
    }

    private static string Header(ReadOnlySpan<byte> head, string name)
    {
        var text = System.Text.Encoding.ASCII.GetString(head);
        var from = text.IndexOf(name, StringComparison.Ordinal) + name.Length + 2;
        var end = text.IndexOf('\r', from);
        return text[from..(end < 0 ? text.Length : end)];
    }
}
