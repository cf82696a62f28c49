using System.Net;
using System.Text;
using Baton.Bot.Api;
using Baton.Bot.Composition;
using Baton.Bot.Workers;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Tables;
using Baton.Tables.Sqlite;
using Baton.Web.Dashboard.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Bot.Tests.Api.Hosting;

/// <summary>The API on a real server and a real store, with the product's own composition; only the clock and the network's address are the test's.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public const string Rep = "rep@sales.example";
    public const string Ren = "ren@sales.example";
    public const string Manager = "kim@sales.example";
    public const string Marketer = "mio@marketing.example";

    private readonly WebApplication app;
    private readonly string folder;

    private ApiHost(WebApplication app, string folder)
    {
        this.app = app;
        this.folder = folder;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public HandClock Clock => (HandClock)Services.GetRequiredService<TimeProvider>();

    public FaultyTableEngine Engine => (FaultyTableEngine)Services.GetRequiredService<ITableEngine>();

    public WrittenLog Log => Services.GetRequiredService<WrittenLog>();

    /// <summary>Where requests seem to come from; null for where they do.</summary>
    public IPAddress? Remote { get; set; }

    public static async Task<ApiHost> StartAsync(Dictionary<string, string?>? more = null, Action<IServiceCollection>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("baton-api-").FullName;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(HouseRules.Of(folder)).AddInMemoryCollection(more ?? []).Build();
        var (settings, errors) = SettingsReader.Read(configuration);
        Assert.Empty(errors);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).Services.AddSingleton<WrittenLog>().AddSingleton<ILoggerProvider>(s => s.GetRequiredService<WrittenLog>());
        builder.Services.AddSingleton<TimeProvider>(new HandClock(HouseRules.Monday)).AddBaton(configuration, settings!, new Pulse()).AddSingleton<IReadiness, WorkerReadiness>();
        builder.Services.AddSingleton(s => new ReadinessCheck(s.GetServices<IReadiness>(), s.GetServices<IPlatformHealth>(), s.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<ITableEngine>(s => new FaultyTableEngine(s.GetRequiredService<SqliteTableEngine>()));
        change?.Invoke(builder.Services);
        return await StartAsync(builder.Build(), folder);
    }

    public Task<Answer> PostAsync(string path, string json, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await Client.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    /// <summary>Sends a lead that is offered, and answers its handoff's id.</summary>
    public async Task<string> OfferAsync(string externalId, string? email = null)
    {
        var answer = await PostAsync("/api/leads", ALead.Json(externalId, email));
        return answer.Expect(202).Result().GetProperty("handoff").GetString()!;
    }

    public Task<Answer> ActAsync(string handoff, string body) => PostAsync($"/api/handoffs/{handoff}/actions", body);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, true);
    }

    private static async Task<ApiHost> StartAsync(WebApplication app, string folder)
    {
        ApiHost? host = null;
        app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = host?.Remote ?? http.Connection.RemoteIpAddress;
            return next(http);
        });
        app.MapApi();
        app.MapDashboard(StoreTrouble.IsPassing);
        app.MapPost("/api/messages", () => "A platform's own route.").ExcludeFromDescription();
        await BatonHost.PrepareAsync(app.Services, default);
        app.Services.GetRequiredService<WorkerHealth>().Swept(HouseRules.Monday);
        await app.StartAsync();
        host = new ApiHost(app, folder);
        return host;
    }
}
