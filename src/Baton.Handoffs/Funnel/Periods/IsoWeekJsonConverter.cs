using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Handoffs.Funnel.Periods;

/// <summary>Writes a week as its text.</summary>
public sealed class IsoWeekJsonConverter : JsonConverter<IsoWeek>
{
    /// <inheritdoc />
    public override IsoWeek Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IsoWeek.TryParse(reader.GetString(), out var week) ? week : throw new JsonException("Not an ISO week.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, IsoWeek value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
