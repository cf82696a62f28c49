using System.Text.Json;

namespace Baton.Slack.StandIn;

/// <summary>One call of the app's, as it came and as it was answered.</summary>
/// <param name="At">When it came.</param>
/// <param name="Method">The method; <c>response_url</c> for answers to an act.</param>
/// <param name="Arguments">The arguments, from a form as texts.</param>
/// <param name="Outcome"><c>ok</c>, the code of the refusal, or the fault's name.</param>
public sealed record ApiLogEntry(DateTimeOffset At, string Method, JsonElement Arguments, string Outcome);
