using Baton.Handoffs.Chat;

namespace Baton.Slack;

/// <summary>Slack could not be asked now; what it would have said is unknown. Ask again.</summary>
/// <param name="why">In English, for an operator; without secrets.</param>
public sealed class SlackUnavailableException(string why) : PlatformUnavailableException(why);
