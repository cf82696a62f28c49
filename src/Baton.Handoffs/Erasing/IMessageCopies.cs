namespace Baton.Handoffs.Erasing;

/// <summary>Messages of a platform that Baton keeps a copy of in its own store.</summary>
public interface IMessageCopies
{
    /// <summary>How many messages have the person in them.</summary>
    /// <param name="person">What they are found by.</param>
    /// <param name="cancellation">Ends the search.</param>
    Task<int> CountAsync(PersonInTexts person, CancellationToken cancellation);

    /// <summary>Puts a notice in the place of every message that has the person in it. Harmless to repeat.</summary>
    /// <param name="person">What they are found by.</param>
    /// <param name="cancellation">Stops between messages.</param>
    /// <returns>How many were replaced.</returns>
    Task<int> ReplaceAsync(PersonInTexts person, CancellationToken cancellation);
}
