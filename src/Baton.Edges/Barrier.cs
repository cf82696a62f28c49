namespace Baton.Edges;

/// <summary>Why somebody may look and not act. Each has a text of its own.</summary>
public enum Barrier
{
    /// <summary>Nothing stands in the way.</summary>
    None,

    /// <summary>The platform does not know the person, or does not tell.</summary>
    Unknown,

    /// <summary>A guest of the organisation.</summary>
    Guest,

    /// <summary>Somebody of another organisation, in a channel that is shared with it.</summary>
    Stranger,

    /// <summary>The profile shows no e-mail address, by which people are known.</summary>
    NoEmail,

    /// <summary>An app, or a person who was deactivated.</summary>
    Nobody,
}
