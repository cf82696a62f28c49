namespace Baton.Slack.Sockets;

/// <summary>Why a socket needs a successor.</summary>
internal enum SocketEnd
{
    /// <summary>Slack asks for one; this one goes on until Slack closes it.</summary>
    Refresh,

    /// <summary>It is closed, cut or silent.</summary>
    Closed,

    /// <summary>Socket Mode was switched off: there is no successor.</summary>
    SwitchedOff,
}
