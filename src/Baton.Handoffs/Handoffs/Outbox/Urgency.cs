namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>Who goes first where messages wait for each other.</summary>
public enum Urgency
{
    /// <summary>Somebody is looking at it: an update of what is there.</summary>
    Now,

    /// <summary>The card of a hot lead, a word to a person, feedback.</summary>
    Soon,

    /// <summary>Any other lead's card.</summary>
    Later,
}
