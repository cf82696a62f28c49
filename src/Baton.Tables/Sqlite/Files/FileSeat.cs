using System.Globalization;

namespace Baton.Tables.Sqlite;

/// <summary>
/// A seat beside the store's file that only one living process has at a time: an empty file, locked for as long as the process lives. Whoever sits down
/// knows that the one who sat there before is gone, and need not wait whether it gives another sign.
/// </summary>
public sealed class FileSeat : IDisposable
{
    /// <summary>How many processes on one file can have a seat; further ones go without.</summary>
    public const int Most = 10;

    private readonly FileStream? held;

    /// <summary>Sits down on the first free seat.</summary>
    /// <param name="path">The store's file, whose folder must exist.</param>
    public FileSeat(string path)
    {
        for (var number = 0; number < Most && held is null; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{path}-seat{number}");
            try
            {
                // The system lets go of the lock when the process ends, however it ends. The file stays: removing it would let two sit down.
                held = new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
                Name = Path.GetFileName(name);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Somebody sits there, or nobody may: then one waits for signs of life.
            }
        }
    }

    /// <summary>Which one; empty when none was to be had.</summary>
    public string Name { get; } = "";

    /// <inheritdoc/>
    public void Dispose() => held?.Dispose();
}
