using System.Text.Json.Nodes;

namespace Baton.AdaptiveCards.Tests;

public sealed class RealRendererPackagesTests
{
    [Fact]
    public void The_lock_file_pins_every_package_by_its_hash_and_names_no_place_to_get_it_from()
    {
        var packages = JsonNode.Parse(File.ReadAllText(Path.Combine(RealRenderer.Folder, "package-lock.json")))!["packages"]!.AsObject();
        Assert.All(packages.Where(package => package.Key.Length > 0), package => Assert.True(package.Value!["integrity"] is not null && package.Value["resolved"] is null, package.Key));
    }
}
