using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Chat;

/// <summary>
/// Where a platform keeps people's own pages in front of them (<see cref="IChatDesk.HomeAsync"/>). A platform whose pages are asked for anew each time
/// registers none.
/// </summary>
public interface IPersonalPages
{
    /// <summary>
    /// A handoff changed, and what a page says of it is stored. Returns at once and never throws: the pages follow by themselves within seconds, and one that
    /// cannot is right again when it is next opened.
    /// </summary>
    /// <param name="handoff">Which.</param>
    /// <param name="people">On whose page it may stand now. On whose page it stood until now is known to whoever shows the pages.</param>
    void Changed(HandoffId handoff, IReadOnlyCollection<EmailAddress> people);
}
