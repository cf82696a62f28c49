namespace Baton.Slack.StandIn.WebApi;

/// <summary>What the app's own acts cause besides their answer: the events that Slack sends about them.</summary>
/// <param name="Posted">A message was put up.</param>
/// <param name="Changed">A message was changed: before, after.</param>
/// <param name="Deleted">A message was taken down.</param>
internal sealed record Lane(Action<SeenMessage> Posted, Action<SeenMessage, SeenMessage> Changed, Action<SeenMessage> Deleted);
