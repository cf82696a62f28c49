namespace Baton.Handoffs.Chat;

/// <summary>A platform could not be asked now; what it would have said is unknown. Ask again.</summary>
/// <param name="why">In English, for an operator; without secrets.</param>
public abstract class PlatformUnavailableException(string why) : IOException(why)
{
    /// <summary>Whether that is because it does not take Baton's own credential: it will be so until somebody sets another one.</summary>
    public bool IsUnauthorized { get; init; }
}
