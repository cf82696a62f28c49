using System.Text.Json.Serialization;

namespace Baton.Handoffs.Handoffs;

/// <summary>
/// Where a handoff stands. The names are stored in rows and sent over the API: they never change.
/// The transitions are those of the diagram in <c>docs/architecture.md</c>; a property test walks random histories against them.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<HandoffState>))]
public enum HandoffState
{
    /// <summary>Required fields are missing: back with marketing, sales has not seen it.</summary>
    Returned,

    /// <summary>Its card is up; nobody has taken it.</summary>
    Offered,

    /// <summary>A rep has taken it (SAL).</summary>
    Accepted,

    /// <summary>Sales refused it before contact, with a coded reason.</summary>
    Rejected,

    /// <summary>First touch was made.</summary>
    Contacted,

    /// <summary>Qualified by sales (SQL): an opportunity is open.</summary>
    Qualified,

    /// <summary>After contact: to come back on a date as a new handoff.</summary>
    Recycled,

    /// <summary>After contact: no, for good.</summary>
    Disqualified,

    /// <summary>The opportunity was won.</summary>
    Won,

    /// <summary>The opportunity was lost.</summary>
    Lost,

    /// <summary>Marketing took it back while it was offered.</summary>
    Withdrawn,
}

/// <summary>What states have in common.</summary>
public static class HandoffStates
{
    /// <summary>Whether somebody still has to do something: the same person coming again belongs to this handoff.</summary>
    public static bool IsOpen(this HandoffState state) => state is HandoffState.Returned or HandoffState.Offered
        or HandoffState.Accepted or HandoffState.Contacted or HandoffState.Qualified;
}
