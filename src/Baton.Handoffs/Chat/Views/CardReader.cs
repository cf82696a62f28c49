using Baton.Handoffs.People;

namespace Baton.Handoffs.Chat.Views;

/// <summary>For whom a card is made.</summary>
/// <param name="Locale">The language: the person's, or the channel's for a card that everybody sees.</param>
/// <param name="Person">The person; null for a card that everybody sees, which then offers what somebody there may do.</param>
public sealed record CardReader(string Locale, Person? Person)
{
    /// <summary>A card for one person.</summary>
    public static CardReader Of(Person person) => new(Texts.Nearest(person.Locale), person);
}
