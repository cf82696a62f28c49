using System.Text.Json;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary>Finds a name that an object has twice: which of the two values is meant, nobody can know.</summary>
internal static class JsonTwice
{
    internal const string Rule = "given once";

    /// <summary>The path of the first such name, or null.</summary>
    internal static FieldError? Find(JsonElement value) => Find(value, "");

    private static FieldError? Find(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => InObject(value, path),
        JsonValueKind.Array => value.EnumerateArray().Select((item, at) => Find(item, $"{path}[{at}]")).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static FieldError? InObject(JsonElement value, string path)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var name = NameOf(property);
            var inside = path.Length == 0 ? name : $"{path}.{name}";
            if (!names.Add(name))
            {
                return new FieldError(FieldError.Shown(inside), FieldError.Shown(property.Value.GetRawText()), Rule);
            }

            if (Find(property.Value, inside) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // A name can hold half a surrogate pair, which throws when it is read.
    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
