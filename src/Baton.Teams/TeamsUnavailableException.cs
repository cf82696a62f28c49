using Baton.Handoffs.Chat;

namespace Baton.Teams;

/// <summary>Teams could not be asked now; what it would have said is unknown. Ask again.</summary>
/// <param name="why">In English, for an operator; without secrets.</param>
public sealed class TeamsUnavailableException(string why) : PlatformUnavailableException(why);
