namespace Baton.Slack.StandIn;

/// <summary>A file that the app shared.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Name">Its name.</param>
/// <param name="Title">What people read above it.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record SeenFile(string Channel, string Name, string Title, IReadOnlyList<byte> Bytes);
