using Baton.Tables;
using Baton.Tables.Azure;
using Baton.Tables.Sqlite;

namespace Baton.Bot.Composition;

/// <summary>The engine that <c>Store:Connection</c> chooses.</summary>
internal static class StoreEngine
{
    /// <summary>Adds it; the account or the file is first used when somebody asks for something.</summary>
    public static IServiceCollection AddEngine(this IServiceCollection services, StoreOptions store) => store.IsFile
        ? services.AddSingleton(_ => new SqliteTableEngine(new SqliteTableOptions { Path = store.Path })).AddEngine<SqliteTableEngine>()
            .AddSingleton<ITableScrub>(s => new SqliteScrub(new SqliteTableOptions { Path = store.Path }, s.GetRequiredService<TimeProvider>()))
        : services.AddSingleton(_ => new AzureTableEngine(store.Account)).AddEngine<AzureTableEngine>();

    /// <summary>Where the store is and how Baton is let in, for an operator; holds no secret.</summary>
    public static string Describe(StoreOptions store)
    {
        if (store.IsFile)
        {
            return store.Path;
        }

        var account = store.Account.Connection;
        return $"{account.Service} at {account.Endpoint}, by {account.Access}";
    }

    private static IServiceCollection AddEngine<T>(this IServiceCollection services)
        where T : ITableEngine, ITableHealth, ITableScan => services
        .AddSingleton<ITableEngine>(s => s.GetRequiredService<T>())
        .AddSingleton<ITableHealth>(s => s.GetRequiredService<T>())
        .AddSingleton<ITableScan>(s => s.GetRequiredService<T>());
}
