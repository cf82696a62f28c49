using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Feedback;

/// <summary>Remembers each campaign's feedback thread in marketing's channels.</summary>
public interface IFeedbackThreads
{
    /// <summary>The thread's first message; null when there is none yet. Null <paramref name="campaign"/> is the thread of leads without one.</summary>
    Task<string?> FindAsync(Place place, string? campaign, CancellationToken cancellation);

    /// <summary>Remembers a thread; answers the one that counts, which is another's if that one was quicker.</summary>
    Task<string> AddAsync(Place place, string? campaign, string threadId, CancellationToken cancellation);

    /// <summary>The thread is gone: another one counts from the next <see cref="AddAsync"/> on. Harmless when another one counts already.</summary>
    Task ForgetAsync(Place place, string? campaign, string threadId, CancellationToken cancellation);

    /// <summary>The thread that was forgotten last; null when none was, or when another one counts.</summary>
    Task<string?> ForgottenAsync(Place place, string? campaign, CancellationToken cancellation);

    /// <summary>The handoff that a reply's message is about; null when it is not known.</summary>
    Task<HandoffId?> AboutAsync(Place place, string messageId, CancellationToken cancellation);

    /// <summary>Remembers what a thread is talking about: the reply itself, and the thread's latest.</summary>
    Task RememberAsync(Place place, string threadId, string messageId, HandoffId handoff, CancellationToken cancellation);
}
