using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Bot.Import;

/// <summary>A report on the wire, as the server writes it and the command line reads it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportReport))]
internal sealed partial class ImportReportJson : JsonSerializerContext
{
    /// <summary>The one to use: Japanese stays readable.</summary>
    internal static ImportReportJson Wire => Lazily.Made;

    // In a class of its own, because the generated Default must be there first.
    private static class Lazily
    {
        internal static readonly ImportReportJson Made = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
