namespace Baton.Bot.Composition;

/// <summary>Where the configuration comes from.</summary>
internal static class BatonConfiguration
{
    private const string File = "appsettings.json";

    /// <summary>
    /// <c>appsettings.json</c> of the working folder, or the one beside the program; then the given files that ship beside the program;
    /// then environment variables such as <c>Store__Connection</c>.
    /// </summary>
    public static IConfigurationRoot Load(params string[] shipped)
    {
        var own = Path.GetFullPath(File);
        var builder = new ConfigurationBuilder().AddJsonFile(System.IO.File.Exists(own) ? own : Beside(File), optional: true);
        foreach (var file in shipped)
        {
            builder.AddJsonFile(Beside(file), optional: false);
        }

        return builder.AddEnvironmentVariables().Build();
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
