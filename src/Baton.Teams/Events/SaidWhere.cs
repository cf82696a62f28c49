namespace Baton.Teams.Events;

/// <summary>Where something was told to one person.</summary>
internal enum SaidWhere
{
    /// <summary>Where the person is.</summary>
    Here,

    /// <summary>In the chat with the person alone.</summary>
    Alone,

    /// <summary>Nowhere: it could not be said.</summary>
    Nowhere,
}
