namespace Baton.EndToEnd.Slack;

/// <summary>The company whose Slack calls over HTTP.</summary>
internal sealed class HttpCompany() : SlackCompany(sockets: false);

/// <summary>The company whose program opens sockets.</summary>
internal sealed class SocketCompany() : SlackCompany(sockets: true);
