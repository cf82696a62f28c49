namespace Baton.Slack.Sockets;

/// <summary>Why a socket needs a successor.</summary>
internal enum SocketEnd
{
    /// <summary>Slack asks for one; this one goes on until Slack closes it.</summary>
    Refresh,

    /// <summary>It is closed, cut or silent.</summary>
    Closed,

    /// <summary>The app has more sockets than Slack takes: this one is closed first, and its successor waits.</summary>
    TooMany,

    /// <summary>Socket Mode was switched off: there is no successor.</summary>
    SwitchedOff,
}
