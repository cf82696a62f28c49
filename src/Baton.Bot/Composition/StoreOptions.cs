using Baton.Tables.Azure;

namespace Baton.Bot.Composition;

/// <summary>Section <c>Store</c>: where everything is kept.</summary>
internal sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary>The most shards that the agenda can have.</summary>
    public const int MostShards = Tables.TableAgenda.MaxShards;

    private const string FilePrefix = "Data Source=";

    /// <summary>
    /// <c>Data Source=</c> and a file's path, relative to the working folder: the embedded store. Or an account of table storage:
    /// <c>UseDevelopmentStorage=true</c>, a connection string, or the account's address. May hold a key: it is never shown.
    /// </summary>
    public string Connection { get; set; } = "Data Source=data/baton.db";

    /// <summary>What the names of an account's tables begin with, so that several stores can share it; no more than <see cref="AzureTableOptions.MaxPrefixLength"/> characters. A file needs none.</summary>
    public string TablePrefix { get; set; } = "";

    /// <summary>Over how many shards the wake-ups are spread, 1 to <see cref="MostShards"/>; fixed once a store is made.</summary>
    public int Shards { get; set; } = 4;

    /// <summary>Whether it is a file on this machine.</summary>
    public bool IsFile => Connection.StartsWith(FilePrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The store's file.</summary>
    public string Path => System.IO.Path.GetFullPath(Connection[FilePrefix.Length..].Trim());

    /// <summary>The account, where it is none.</summary>
    public AzureTableOptions Account => ConnectionText.TryRead(Connection, out var connection, out var problem)
        ? new AzureTableOptions { Connection = connection, TablePrefix = TablePrefix }
        : throw new InvalidOperationException(problem);

    /// <summary>The store's name, without secrets.</summary>
    public string Name => IsFile ? Path : $"{Account.Connection.Endpoint} {TablePrefix}";

    public IEnumerable<string> Validate()
    {
        if (ProblemOfConnection() is { } problem)
        {
            yield return $"{Section}:Connection, which is not shown as it may hold a key: {problem}";
        }

        if (AzureTableOptions.ProblemOfPrefix(TablePrefix) is { } expected)
        {
            yield return $"{Section}:TablePrefix is \"{TablePrefix}\"; {expected}";
        }

        if (Shards is < 1 or > MostShards)
        {
            yield return $"{Section}:Shards is {Shards}; expected 1 to {MostShards}";
        }
    }

    private string? ProblemOfConnection()
    {
        if (IsFile)
        {
            return Connection.Length == FilePrefix.Length ? $"expected {FilePrefix} and the path of a file" : null;
        }

        if (!ConnectionText.IsMeant(Connection))
        {
            return $"expected {FilePrefix} and the path of a file, or a connection string or address of an account of table storage";
        }

        return ConnectionText.TryRead(Connection, out _, out var problem) ? null : problem;
    }
}
