using System.Text.Json.Serialization;

namespace Baton.Handoffs.Repairs;

/// <summary>Why an effect stands still. The names are stored and sent over the API.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StuckCause>))]
public enum StuckCause
{
    /// <summary>Its place takes no messages (archived, deleted, Baton was removed): it goes on by itself when the place is there again.</summary>
    PlaceLost,

    /// <summary>The platform refuses it: a permission or the configuration must change, then somebody sets it going.</summary>
    Refused,

    /// <summary>It failed as often as it may: somebody sets it going when the platform works again.</summary>
    TriedTooOften,

    /// <summary>What it tells of is not there: a fault of the store or of Baton itself.</summary>
    Broken,
}
