using System.Security.Cryptography;

namespace Baton.Slack.StandIn.Workspace;

/// <summary>Files on their way, and those that are shared. Guarded by the workspace's gate.</summary>
internal sealed class Files
{
    private readonly Dictionary<string, Upload> uploads = new(StringComparer.Ordinal);

    /// <summary>What was shared, oldest first.</summary>
    public List<SeenFile> Shared { get; } = [];

    /// <summary>Announces a file; answers its id, and the secret end of the address that takes it.</summary>
    public (string Id, string Path) Announce(string name, int length)
    {
        var (id, path) = ("F0" + Convert.ToHexString(RandomNumberGenerator.GetBytes(5)), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        uploads[id] = new Upload(name, length, path);
        return (id, path);
    }

    /// <summary>Takes the bytes; false when nobody announced so many for that address.</summary>
    public bool Take(string path, byte[] bytes)
    {
        var upload = uploads.Values.FirstOrDefault(u => u.Path == path);
        if (upload is null || upload.Length != bytes.Length)
        {
            return false;
        }

        upload.Bytes = bytes;
        return true;
    }

    /// <summary>Shares a file, once.</summary>
    public void Share(string id, string title, string channel)
    {
        if (!uploads.Remove(id, out var upload) || upload.Bytes is null)
        {
            throw new RefusalException("file_not_found");
        }

        Shared.Add(new SeenFile(channel, upload.Name, title, upload.Bytes));
    }

    private sealed record Upload(string Name, int Length, string Path)
    {
        public byte[]? Bytes { get; set; }
    }
}
