using System.Collections.Concurrent;
using Baton.Bot.Composition;
using Baton.Bot.Import;
using Baton.Bot.Workers;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Scoring;
using Baton.Tables;
using Baton.Tables.Azure;
using Baton.Tables.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Benchmarks.Product;

/// <summary>Fills a store through the real desks, and delivers everything, before anything is measured.</summary>
internal sealed class Seeds(BatonFolder folder)
{
    private const int Batch = 5_000;
    private const int AtOnce = 32;

    /// <summary>Offers so many leads and answers their handoffs; each has its card in the sales channel and nothing left to send.</summary>
    public async Task<IReadOnlyList<HandoffId>> OfferAsync(string csv, CancellationToken cancellation)
    {
        await using var services = await BuildAsync(folder.Configuration, engine => engine, cancellation);
        var desk = services.GetRequiredService<LeadDesk>();
        var offered = new ConcurrentBag<HandoffId>();
        await foreach (var leads in ReadAsync(csv, cancellation).Chunk(Batch).WithCancellation(cancellation))
        {
            await Parallel.ForEachAsync(leads, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (lead, token) =>
            {
                if (await desk.TakeAsync(lead, Person.Baton, TimeProvider.System.GetUtcNow(), token) is { Result: IntakeResult.Offered, Handoff: { } id })
                {
                    offered.Add(id);
                }
            });
            await DeliverAsync(services, cancellation);
        }

        return [.. offered];
    }

    /// <summary>The product without its web host and its workers.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="around">Puts something around the engine.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="time">The product's clock; the world's when null.</param>
    public static async Task<ServiceProvider> BuildAsync(IConfiguration configuration, Func<ITableEngine, ITableEngine> around, CancellationToken cancellation, TimeProvider? time = null)
    {
        var (read, errors) = SettingsReader.Read(configuration);
        var settings = read ?? throw new InvalidOperationException(string.Join('\n', errors));
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(time ?? TimeProvider.System)
            .AddBaton(configuration, settings, new Pulse())
            .AddSingleton(s => around(settings.Store.IsFile ? s.GetRequiredService<SqliteTableEngine>() : s.GetRequiredService<AzureTableEngine>()))
            .BuildServiceProvider();
        await BatonHost.PrepareAsync(services, cancellation);
        return services;
    }

    /// <summary>The leads of a file.</summary>
    public static async IAsyncEnumerable<Lead> ReadAsync(string csv, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = File.OpenRead(csv);
        var request = new ImportRequest(new ImportMappings(new ImportOptions()), null, MissingFields.Default, TimeProvider.System.GetUtcNow());
        var ready = (LeadFileOpening.Ready)await LeadFile.OpenAsync(file, request, cancellation);
        await foreach (var row in ready.Rows)
        {
            if (row.Reading is LeadReading.Ok ok)
            {
                yield return ok.Lead;
            }
        }
    }

    /// <summary>Sends everything that waits to be sent.</summary>
    public static Task DeliverAsync(ServiceProvider services, CancellationToken cancellation)
    {
        var (queue, runner) = (services.GetRequiredService<DeliveryQueue>(), services.GetRequiredService<Runner>());
        return Parallel.ForEachAsync(Enumerable.Range(0, AtOnce), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (_, token) =>
        {
            while (queue.TryRead(out var id))
            {
                await runner.RunAsync(id, queue.Begin(id), token);
                queue.End(id);
            }
        });
    }
}
