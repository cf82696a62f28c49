using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Bot.Api;

/// <summary>How views are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(HandoffView))]
[JsonSerializable(typeof(HandoffPage))]
[JsonSerializable(typeof(DeadLetterList))]
[JsonSerializable(typeof(DeadLetterRetry))]
internal sealed partial class HandoffViewJson : JsonSerializerContext
{
    /// <summary>The one to use: Japanese stays readable.</summary>
    internal static HandoffViewJson Wire => Lazily.Made;

    // In a class of its own, because the generated Default must be there first.
    private static class Lazily
    {
        internal static readonly HandoffViewJson Made = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
