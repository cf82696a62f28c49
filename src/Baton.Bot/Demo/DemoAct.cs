using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Demo;

/// <summary>Something that happens in the demo.</summary>
/// <param name="At">When.</param>
internal abstract record DemoAct(DateTimeOffset At)
{
    /// <summary>A lead arrives.</summary>
    public sealed record Arrival(DateTimeOffset At) : DemoAct(At);

    /// <summary>A colleague does something; what comes of it decides what happens next.</summary>
    public sealed record Click(DateTimeOffset At, HandoffId Handoff, EmailAddress Who, Intent Intent) : DemoAct(At);
}
