using System.Text.Json;
using Baton.Handoffs.Leads;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Leads;

/// <summary>Any JSON at all, with a preference for the names that Baton knows.</summary>
internal static class AnyJson
{
    private static readonly string[] Names = [.. LeadFields.All.Select(p => p.Split('.')[^1]), "contact", "company", "engagements", "attributes", "kind", "what", "at", "count", "x", ""];
    private static readonly string[] Texts = ["\"\"", "\"2026-11-20T09:00:00Z\"", "\"9999-12-31T23:59:59-14:00\"", "\"a@b.example\"", "\"\\ud83d\"", "\"\\u0000\\u202e\"", "\"ja\"", "\"Asia/Tokyo\""];

    internal static Gen<string> Value { get; } = Gen.OneOf(Gen.Sized(Of), Gen.Sized(OneMoreField));

    private static Gen<string> OneMoreField(int size) =>
        Gen.Elements(Names).Zip(Of(size / 2), (name, value) => Reading.With($"{JsonSerializer.Serialize(name)}: {value}"));

    private static Gen<string> Of(int size) => size <= 1 ? Leaf : Gen.OneOf(Leaf, Object(size), Object(size), List(size));

    private static Gen<string> Leaf => Gen.OneOf(
        Gen.Elements("null", "true", "false", "1e999", "-0.0", "99999999999999999999"),
        Gen.Elements(Texts),
        ArbMap.Default.GeneratorFor<int>().Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ArbMap.Default.GeneratorFor<string>().Select(s => JsonSerializer.Serialize(s ?? "")));

    private static Gen<string> Object(int size) =>
        Gen.Elements(Names).Zip(Gen.Resize(Of(size / 3), size / 3), (n, v) => $"{JsonSerializer.Serialize(n)}:{v}").ListOf().Select(p => "{" + string.Join(',', p.Take(25)) + "}");

    private static Gen<string> List(int size) => Of(size / 3).ListOf().Select(v => "[" + string.Join(',', v.Take(10)) + "]");
}
