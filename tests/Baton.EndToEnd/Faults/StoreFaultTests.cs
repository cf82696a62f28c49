using System.Net;
using System.Net.Http.Json;
using Baton.EndToEnd.Intake;
using Baton.EndToEnd.Processes;
using Baton.EndToEnd.Stores;
using Baton.Tables.Tests.Sqlite;

namespace Baton.EndToEnd.Faults;

/// <summary>What a person sees when the store cannot be used, and that nothing is half written then.</summary>
public sealed class StoreFaultTests : IDisposable
{
    private const int NoStore = 69;
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_full_disk_is_said_with_what_to_do_and_passes_without_a_restart()
    {
        using var disk = SmallDisk.TryMount(folder.Path, 8);
        if (disk is null)
        {
            return; // only root may mount; the store's own tests cover it by a limit on the file
        }

        SalesHouse.Settle(folder.Path);
        await using var baton = await BatonProcess.ListeningAsync(folder.Path, "serve");
        using var client = baton.Client();
        var promised = new Dictionary<string, string> { ["before"] = await OfferAsync(client, "before") };
        var filler = disk.Fill();

        await FailsAsync(client, baton, "Free space");
        File.Delete(filler);
        await RecoversAsync(client);
        promised["after"] = await OfferAsync(client, "after");

        await AuditAsync(baton, promised);
    }

    [Fact]
    public async Task A_locked_file_is_said_with_what_to_do_and_passes_without_a_restart()
    {
        SalesHouse.Settle(folder.Path);
        await using var baton = await BatonProcess.ListeningAsync(folder.Path, "serve");
        using var client = baton.Client();
        var before = await OfferAsync(client, "before");

        using (new ForeignLock(folder[SalesHouse.StoreFile]))
        {
            await FailsAsync(client, baton, "Find the process that keeps it locked");
        }

        await RecoversAsync(client);
        await OfferAsync(client, "after");
        using var kept = await client.GetAsync($"/api/handoffs/{before}");
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
    }

    [Fact]
    public async Task A_corrupt_file_is_refused_at_the_start_with_what_to_do()
    {
        SalesHouse.Settle(folder.Path);
        await File.WriteAllTextAsync(folder[SalesHouse.StoreFile], string.Concat(Enumerable.Repeat("This is no database. ", 1000)));

        await RefusesAsync("restore the latest backup");
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_refused_at_the_start_with_what_to_do()
    {
        using var disk = SmallDisk.TryMount(folder.Path, 8);
        if (disk is null)
        {
            return; // only root may mount; the store's own tests cover it by file modes
        }

        SalesHouse.Settle(folder.Path);
        disk.Protect();

        await RefusesAsync("this process may write both folder and file");
    }

    private static Task<string> OfferAsync(HttpClient client, string id) => LeadSender.OfferAsync(client, LeadSender.Lead(id, "Company " + id));

    private static async Task FailsAsync(HttpClient client, BatonProcess baton, string remedy)
    {
        using var refused = await client.PostAsJsonAsync("/api/leads", LeadSender.Lead("meanwhile", new string('x', 190)));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        var said = "";
        await Until.HoldsAsync("/readyz says what is wrong", async () =>
        {
            using var ready = await client.GetAsync("/readyz");
            said = await ready.Content.ReadAsStringAsync();
            return ready.StatusCode == HttpStatusCode.ServiceUnavailable && said.Contains(remedy, StringComparison.Ordinal);
        }, seen: () => said + baton.Written);
        using var alive = await client.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    private static Task RecoversAsync(HttpClient client) => Until.HoldsAsync("/readyz is ready again", async () =>
    {
        using var ready = await client.GetAsync("/readyz");
        return ready.StatusCode == HttpStatusCode.OK;
    });

    private async Task AuditAsync(BatonProcess baton, Dictionary<string, string> promised)
    {
        await Outboxes.EmptyAsync(folder.Path, TimeSpan.FromSeconds(90));
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(0, await baton.StopAsync());
        await using var store = OpenStore.In(folder.Path);
        Assert.Empty(await new StoreAudit(store, now).ViolationsAsync(promised, "hubspot"));
    }

    private async Task RefusesAsync(string remedy)
    {
        await using var baton = BatonProcess.Start(folder.Path, "serve", "--urls", "http://127.0.0.1:0");
        Assert.Equal(NoStore, await baton.EndedAsync());
        Assert.Contains(remedy, baton.Written, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", baton.Written, StringComparison.Ordinal);
    }
}
