using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace Baton.Slack.Tests.Blocks;

/// <summary>Slack's own published types: payloads become TypeScript literals, and the compiler says which of them are not what Slack calls a message or a view.</summary>
internal static class SlackTypes
{
    internal static readonly string Folder = typeof(SlackTypes).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "NodeFolder").Value!;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const string Head = """
        import type { HomeView, KnownBlock, ModalView } from "@slack/types";
        type Message = { text: string; blocks: KnownBlock[] };
        type Modal = ModalView & { blocks: KnownBlock[] };
        type Home = HomeView & { blocks: KnownBlock[] };

        """;

    /// <summary>What the compiler says about payloads of these types (Message, Modal, Home); empty when it has nothing to say.</summary>
    public static async Task<string> CompileAsync(string name, IEnumerable<(string Type, JsonNode Payload)> payloads)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) await RunAsync("npm", "ci --no-audit --no-fund");
        var source = new StringBuilder(Head);
        foreach (var ((type, payload), i) in payloads.Select((payload, i) => (payload, i))) source.Append($"export const payload{i}: {type} = {payload.ToJsonString()};\n");
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "obj", name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "payloads.ts"), source.ToString());
        await File.WriteAllTextAsync(Path.Combine(folder, "tsconfig.json"), """{ "extends": "../../tsconfig.json", "include": ["payloads.ts"] }""");
        return await RunAsync("node", $"node_modules/typescript/bin/tsc --pretty false -p obj/{name}");
    }

    private static async Task<string> RunAsync(string command, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode == 0 ? "" : await said;
    }
}
