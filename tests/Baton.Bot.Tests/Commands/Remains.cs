using System.Text;

namespace Baton.Bot.Tests.Commands;

/// <summary>Looks for a text in every byte of a store's files, in the encodings that the store writes.</summary>
internal static class Remains
{
    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>Whether it is in the database or in its write-ahead log.</summary>
    public static bool In(string store, string word) => new[] { store, store + "-wal" }.Where(File.Exists).Any(file =>
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        open.CopyTo(bytes);
        return Encodings.Any(encoding => bytes.ToArray().AsSpan().IndexOf(encoding.GetBytes(word)) >= 0);
    });
}
