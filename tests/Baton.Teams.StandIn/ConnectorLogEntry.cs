using System.Text.Json;

namespace Baton.Teams.StandIn;

/// <summary>One call of the bot's, as it came and as it was answered.</summary>
/// <param name="At">When it came.</param>
/// <param name="Operation">What it was to do: <c>send</c>, <c>update</c> and so on.</param>
/// <param name="Target">The path and query, as they came.</param>
/// <param name="Body">The body; an empty object without one.</param>
/// <param name="Outcome">The status, and the fault's name where there was one.</param>
public sealed record ConnectorLogEntry(DateTimeOffset At, string Operation, string Target, JsonElement Body, string Outcome);
