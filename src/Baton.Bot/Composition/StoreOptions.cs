namespace Baton.Bot.Composition;

/// <summary>Section <c>Store</c>: where everything is kept.</summary>
internal sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary>The most shards that the agenda can have.</summary>
    public const int MostShards = Tables.TableAgenda.MaxShards;

    private const string FilePrefix = "Data Source=";

    /// <summary><c>Data Source=</c> and a file's path, relative to the working folder: the embedded store.</summary>
    public string Connection { get; set; } = "Data Source=data/baton.db";

    /// <summary>Over how many shards the wake-ups are spread, 1 to <see cref="MostShards"/>; fixed once a store is made.</summary>
    public int Shards { get; set; } = 4;

    /// <summary>The store's file.</summary>
    public string Path => System.IO.Path.GetFullPath(Connection[FilePrefix.Length..].Trim());

    /// <summary>The store's name, without secrets.</summary>
    public string Name => Path;

    public IEnumerable<string> Validate()
    {
        if (!Connection.StartsWith(FilePrefix, StringComparison.OrdinalIgnoreCase) || Connection.Length == FilePrefix.Length)
        {
            yield return $"{Section}:Connection is \"{Connection}\"; expected {FilePrefix} and the path of a file. (Azure Table Storage is not built in yet.)";
        }

        if (Shards is < 1 or > MostShards)
        {
            yield return $"{Section}:Shards is {Shards}; expected 1 to {MostShards}";
        }
    }
}
