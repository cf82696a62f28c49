namespace Baton.EndToEnd.Browser;

/// <summary>Where screenshots go: <c>artifacts/</c> at the top of the repository, which is not committed.</summary>
internal static class Artifacts
{
    public static string PathOf(string name)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Bot.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests do not run from inside the repository.");
        }

        return Path.Combine(Directory.CreateDirectory(Path.Combine(at.FullName, "artifacts", "screenshots")).FullName, name + ".png");
    }
}
