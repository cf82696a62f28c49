using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>Remembers whose pages were told of a change.</summary>
public sealed class HeardPages : IPersonalPages
{
    /// <summary>What was told, in order.</summary>
    public List<(HandoffId Handoff, IReadOnlyCollection<EmailAddress> People)> Heard { get; } = [];

    public void Changed(HandoffId handoff, IReadOnlyCollection<EmailAddress> people) => Heard.Add((handoff, people));
}
