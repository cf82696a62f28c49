namespace Baton.Handoffs.Tests;

/// <summary>The sample files that ship with the product.</summary>
internal static class Samples
{
    internal static string Path(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Bot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Bot.sln is in no folder above the tests.");
        }

        return System.IO.Path.Combine(folder.FullName, "samples", name);
    }
}
