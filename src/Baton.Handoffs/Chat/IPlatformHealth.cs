namespace Baton.Handoffs.Chat;

/// <summary>
/// How this process gets on with one platform, as an operator is told it. A platform in trouble ends nothing: what cannot be posted there waits, and everything else goes on.
/// </summary>
public interface IPlatformHealth
{
    /// <summary>The platform's name, as in a <see cref="Routing.Place"/>.</summary>
    string Platform { get; }

    /// <summary>What is wrong and what to do, in English and without secrets; null when nothing is. Answers at once.</summary>
    string? Problem { get; }
}
