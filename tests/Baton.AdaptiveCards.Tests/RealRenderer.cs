using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.AdaptiveCards.Tests;

/// <summary>Microsoft's adaptivecards package in a process of its own, started once for all tests and asked one card at a time.</summary>
public sealed class RealRenderer : IAsyncLifetime
{
    internal static readonly string Folder = typeof(RealRenderer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "NodeFolder").Value!;
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private Process? node;

    public Task InitializeAsync()
    {
        node = Process.Start(new ProcessStartInfo("node", "render.cjs")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        node?.StandardInput.Close();
        node?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The card as the package shows it, and what pressing that button sends.</summary>
    internal RealCard Show(JsonNode card, RealPress? press = null)
    {
        var request = new JsonObject { ["card"] = card.DeepClone() };
        if (press is not null) request["press"] = JsonSerializer.SerializeToNode(press, Wire);
        node!.StandardInput.WriteLine(request.ToJsonString());
        var answer = node.StandardOutput.ReadLineAsync().WaitAsync(Patience).GetAwaiter().GetResult();
        var shown = JsonSerializer.Deserialize<RealCard>(answer ?? throw new InvalidOperationException("the renderer is gone"), Wire)!;
        return shown.Error is null ? shown : throw new InvalidOperationException(shown.Error);
    }
}

/// <summary>A press of a button, after its form was opened and filled in.</summary>
internal sealed record RealPress(string? Show, string Id, IReadOnlyDictionary<string, string> Inputs);

/// <summary>What the package made of a card.</summary>
internal sealed record RealCard(IReadOnlyList<string> Events, IReadOnlyList<string> Shown, IReadOnlyList<string> Tags, JsonObject? Sent, string? Error);

/// <summary>Shares the process among test classes.</summary>
[CollectionDefinition(nameof(RealRendererGroup))]
public sealed class RealRendererGroup : ICollectionFixture<RealRenderer>;
