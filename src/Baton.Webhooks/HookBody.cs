using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Sla;
using Baton.Handoffs.Webhooks;

namespace Baton.Webhooks;

/// <summary>What is sent, in the form that the Standard Webhooks specification 1.0.0 recommends under "Payload structure".</summary>
/// <param name="Type">What happened.</param>
/// <param name="Timestamp">When it happened, UTC.</param>
/// <param name="Data">To what.</param>
internal sealed record HookBody(string Type, DateTimeOffset Timestamp, HookData Data)
{
    /// <summary>The same bytes for the same call.</summary>
    public static byte[] Of(HookCall call) => JsonSerializer.SerializeToUtf8Bytes(new HookBody(call.Type, call.Happened.At, HookData.Of(call)), HookJson.Wire.HookBody);

    /// <summary>A message that tells of nothing, to see whether a hook takes messages.</summary>
    public static byte[] Ping(string hook, DateTimeOffset now) => JsonSerializer.SerializeToUtf8Bytes(new HookPing(HookPing.PingType, now, new HookPinged(hook)), HookJson.Wire.HookPing);
}

/// <summary>A message that tells of nothing.</summary>
internal sealed record HookPing(string Type, DateTimeOffset Timestamp, HookPinged Data)
{
    /// <summary>Its type. A receiver answers it like any type that it does not know.</summary>
    public const string PingType = "baton.ping";
}

/// <summary>Whom it is sent to.</summary>
internal sealed record HookPinged(string Hook);

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(HookBody))]
[JsonSerializable(typeof(HookPing))]
internal sealed partial class HookJson : JsonSerializerContext
{
    /// <summary>The one to use: Japanese stays readable.</summary>
    internal static HookJson Wire => Lazily.Made;

    // In a class of its own, because the generated Default must be there first.
    private static class Lazily
    {
        internal static readonly HookJson Made = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
