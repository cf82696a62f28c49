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
        var source = new StringBuilder(Head);
        foreach (var ((type, payload), i) in payloads.Select((payload, i) => (payload, i))) source.Append($"export const payload{i}: {type} = {payload.ToJsonString()};\n");
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "obj", name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "payloads.ts"), source.ToString());
        await File.WriteAllTextAsync(Path.Combine(folder, "tsconfig.json"), """{ "extends": "../../tsconfig.json", "include": ["payloads.ts"] }""");
        using var process = Process.Start(new ProcessStartInfo("node", $"node_modules/typescript/bin/tsc --pretty false -p obj/{name}") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode == 0 ? "" : $"{await said}{await wrong}";
    }
}
