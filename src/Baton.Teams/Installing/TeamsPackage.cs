using System.IO.Compression;
using System.Text;

namespace Baton.Teams.Installing;

/// <summary>The app as one file to upload: the manifest, its Japanese texts and the icons, all at the top (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package).</summary>
public static class TeamsPackage
{
    // A zip cannot hold anything earlier; the same app always makes the same file.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it.</summary>
    /// <param name="to">Where to; it stays open.</param>
    /// <param name="appId">The bot's app id.</param>
    /// <param name="url">Where Baton is.</param>
    /// <param name="version">The app's version, of three numbers.</param>
    /// <param name="privacy">Where people read what becomes of their data; null for Baton's own page.</param>
    /// <param name="terms">Where people read on which terms they use it; null for Baton's own page.</param>
    public static void Write(Stream to, Guid appId, Uri url, string version, Uri? privacy = null, Uri? terms = null)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "manifest.json", Encoding.UTF8.GetBytes(TeamsManifest.Write(appId, url, version, privacy, terms)));
        Add(zip, TeamsManifest.JapaneseFile, Encoding.UTF8.GetBytes(TeamsManifest.WriteJapanese()));
        Add(zip, "color.png", Icon("color.png"));
        Add(zip, "outline.png", Icon("outline.png"));
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Earliest;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Icon(string name)
    {
        using var stream = typeof(TeamsPackage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
