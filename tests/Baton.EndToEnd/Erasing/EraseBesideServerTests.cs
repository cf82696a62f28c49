using System.Text;
using Baton.EndToEnd.Intake;
using Baton.EndToEnd.Processes;

namespace Baton.EndToEnd.Erasing;

/// <summary>A person is erased by a process of its own, while a server works on the same store and goes on.</summary>
public sealed class EraseBesideServerTests
{
    [Fact]
    public async Task A_person_is_gone_from_the_files_and_the_server_takes_leads_as_before()
    {
        using var folder = new TempFolder();
        SalesHouse.Settle(folder.Path);
        await using var server = await BatonProcess.ListeningAsync(folder.Path, "serve");
        using var client = server.Client();
        var handoff = await LeadSender.OfferAsync(client, LeadSender.Lead("erased", "Nordwind"));
        await Until.HoldsAsync("the card is in the store", () => Task.FromResult(Holds(folder, "Robin Vogel")));

        await using var erasing = BatonProcess.Start(folder.Path, "erase", "robin@erased.example", "--yes");
        Assert.Equal(0, await erasing.EndedAsync());

        await Until.HoldsAsync("nothing of the person is in the files", () => Task.FromResult(!Holds(folder, "robin@erased.example") && !Holds(folder, "Robin Vogel")), seen: () => erasing.Written + server.Written);
        await LeadSender.OfferAsync(client, LeadSender.Lead("next", "Südwind"));
        Assert.Contains("\"state\":\"Offered\"", await client.GetStringAsync(new Uri($"/api/handoffs/{handoff}", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(0, await server.StopAsync());
    }

    // The index of the log is rebuilt with it, and a seat is a lock with no content that keeps others from opening it.
    private static bool Holds(TempFolder folder, string word) => Directory.GetFiles(folder.Path, SalesHouse.StoreFile + "*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.Contains("-seat", StringComparison.Ordinal)).Any(file =>
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        open.CopyTo(bytes);
        return new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Any(encoding => bytes.ToArray().AsSpan().IndexOf(encoding.GetBytes(word)) >= 0);
    });
}
