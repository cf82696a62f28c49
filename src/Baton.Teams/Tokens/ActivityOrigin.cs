namespace Baton.Teams.Tokens;

/// <summary>What an activity says of where it comes from, to be compared with what its token says.</summary>
/// <param name="ServiceUrl">Its <c>serviceUrl</c>, as it came: no slash more or less.</param>
/// <param name="ChannelId">Its <c>channelId</c>.</param>
public sealed record ActivityOrigin(string? ServiceUrl, string? ChannelId);
