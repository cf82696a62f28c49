using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Baton.Slack.StandIn;

namespace Baton.Slack.Tests.StandIn;

/// <summary>Calls the Web API with nothing but an HTTP client.</summary>
internal sealed class RawCaller(StrictSlack slack) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = slack.ApiUrl };

    /// <summary>The token that calls carry; null for none.</summary>
    public string? Token { get; set; } = slack.Settings.BotToken;

    public void Dispose() => client.Dispose();

    public async Task<JsonElement> JsonAsync(string method, object arguments)
    {
        using var response = await SendAsync(method, JsonSerializer.Serialize(arguments), "application/json; charset=utf-8");
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    public async Task<JsonElement> FormAsync(string method, params (string Name, string Value)[] arguments)
    {
        var body = string.Join('&', arguments.Select(a => $"{a.Name}={Uri.EscapeDataString(a.Value)}"));
        using var response = await SendAsync(method, body, "application/x-www-form-urlencoded");
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Posts a message and answers it as it is seen.</summary>
    public async Task<SeenMessage> PostAsync(WorkspaceChannel channel, object message)
    {
        var arguments = JsonSerializer.SerializeToNode(message)!.AsObject();
        arguments["channel"] = channel.Id;
        var answer = await JsonAsync("chat.postMessage", arguments);
        Assert.True(answer.GetProperty("ok").GetBoolean(), answer.GetRawText());
        return slack.Messages(channel).Single(m => m.Ts == answer.GetProperty("ts").GetString());
    }

    public Task<HttpResponseMessage> SendAsync(string method, string body, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, method) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
        return client.SendAsync(request);
    }
}
