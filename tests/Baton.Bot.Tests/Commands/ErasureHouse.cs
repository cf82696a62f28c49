using Baton.Bot.Tests.Api.Hosting;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Commands;

/// <summary>A server on a store in which one person left traces wherever somebody can: in a handoff that was rejected, in leads that became none, at a colleague's, in messages.</summary>
internal sealed class ErasureHouse : IAsyncDisposable
{
    private readonly string folder;

    private ErasureHouse(string folder, ApiHost host) => (this.folder, Host) = (folder, host);

    public ApiHost Host { get; }

    /// <summary>Her handoff.</summary>
    public HandoffId Megumi { get; private set; }

    /// <summary>The handoff of somebody else in her company.</summary>
    public HandoffId Colleague { get; private set; }

    /// <summary>The database file.</summary>
    public string Store => Path.Combine(folder, "baton.db");

    /// <summary>The configuration, for a program beside the server.</summary>
    public IConfiguration Configuration => new ConfigurationBuilder().AddInMemoryCollection(HouseRules.Of(folder)).Build();

    public static async Task<ErasureHouse> SettleAsync(string email)
    {
        var folder = Directory.CreateTempSubdirectory("baton-erase-").FullName;
        var host = await ApiHost.StartAsync(new() { ["Store:Connection"] = HouseRules.Of(folder)["Store:Connection"] });
        var house = new ErasureHouse(folder, host) { Megumi = new HandoffId(await host.OfferAsync("1", email)) };
        (await host.PostAsync("/api/leads", ALead.Json("2", email))).Expect(202);
        (await host.PostAsync("/api/leads", ALead.Json("3", email, "\"qualified\": false"))).Expect(202);
        var colleague = ALead.Json("4", "colleague@buyer.example").Replace("恵 佐々木", "太郎 山田", StringComparison.Ordinal).Replace("03-3489-2278", "03-1111-2222", StringComparison.Ordinal);
        house.Colleague = new HandoffId((await host.PostAsync("/api/leads", colleague)).Expect(202).Result().GetProperty("handoff").GetString()!);
        (await host.ActAsync(house.Megumi.Value, $$"""{"action":"pause","actor":"{{ApiHost.Manager}}","why":"She has only 2 hands"}""")).Expect(200);
        await house.DeliverAsync();
        (await host.ActAsync(house.Megumi.Value, $$"""{"action":"reject","actor":"{{ApiHost.Rep}}","reason":"too_small","comment":"Megumi told me so"}""")).Expect(200);
        await house.DeliverAsync();
        return house;
    }

    /// <summary>Does what the workers of a server do.</summary>
    public async Task DeliverAsync()
    {
        foreach (var id in new[] { Megumi, Colleague })
        {
            await Host.Services.GetRequiredService<Runner>().RunAsync(id, [], default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(folder, true);
    }
}
