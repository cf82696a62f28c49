using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Nudges;
using Baton.Handoffs.People;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Handoffs;

/// <summary>How everything that is stored is written as JSON. Compact, Japanese readable, missing values left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Handoff))]
[JsonSerializable(typeof(OriginForm))]
[JsonSerializable(typeof(HandoffEvent))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(Lead))]
[JsonSerializable(typeof(HandoffFact))]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(PersonState))]
[JsonSerializable(typeof(Inbox))]
[JsonSerializable(typeof(Suggestion))]
public sealed partial class HandoffJson : JsonSerializerContext
{
    /// <summary>The one to use: it leaves characters outside ASCII as they are, because what is stored is never put into HTML as it is.</summary>
    public static HandoffJson Stored => Lazily.Made;

    /// <summary>A handoff without its <see cref="Origin"/>, which is kept apart.</summary>
    public static JsonTypeInfo<Handoff> WithoutOrigin => Lazily.WithoutOrigin;

    /// <summary>A handoff without its <see cref="Origin"/>, as <see cref="WithoutOrigin"/> writes it.</summary>
    public static byte[] Write(Handoff handoff) => Write(handoff with { Origin = Origin.None }, Stored.Handoff);

    /// <summary>
    /// A value as the serializer writes it, by the code that was generated for its type where there is any: the serializer itself leaves that aside
    /// where characters are escaped in another way than its own (JsonSerializerContext.IsCompatibleWithOptions in the runtime's source).
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its form; generated code is there for those of <see cref="Stored"/> that have no kinds to tell apart.</param>
    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) =>
        type.Options == Stored.Options && type.SerializeHandler is { } generated ? WrittenJson.Of(generated, value) : JsonSerializer.SerializeToUtf8Bytes(value, type);

    /// <summary>A handoff that was written by <see cref="WithoutOrigin"/>, in today's form.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="origin">Its lead and score.</param>
    /// <exception cref="JsonException">It is no handoff.</exception>
    public static Handoff Read(ReadOnlySpan<byte> json, Origin origin) =>
        UsualSnapshot.Read(json, origin)
        ?? (JsonSerializer.Deserialize(json, WithoutOrigin) ?? throw new JsonException("A JSON null stands where a handoff should be.")) with { Schema = Handoffs.Handoff.CurrentSchema, Origin = origin };

    private static void LeaveOutOrigin(JsonTypeInfo type)
    {
        foreach (var property in type.Type == typeof(Handoff) ? type.Properties : [])
        {
            if (property.PropertyType == typeof(Lead) || property.PropertyType == typeof(ScoreCard))
            {
                // Without a getter: one that is only told not to write would still read the lead first.
                (property.IsRequired, property.Get) = (false, null);
            }
        }
    }

    // In a class of its own, because the generated Default must be there first.
    private static class Lazily
    {
        public static readonly HandoffJson Made = new(new JsonSerializerOptions(Default.Options!) { Encoder = WrittenJson.Encoder });

        public static readonly JsonTypeInfo<Handoff> WithoutOrigin = (JsonTypeInfo<Handoff>)new JsonSerializerOptions(Made.Options)
        {
            TypeInfoResolver = Default.WithAddedModifier(LeaveOutOrigin),
        }.GetTypeInfo(typeof(Handoff));
    }
}
