using Baton.Handoffs.Handoffs.Store;

namespace Baton.Tables.Audit;

/// <summary>Something that needs a wake-up and seems to have none.</summary>
/// <param name="Rule">What does not hold if it has none.</param>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Id">Which one.</param>
/// <param name="By">When it must wake at the latest.</param>
/// <param name="Again">Asks anew by when it must wake; null when it needs not any more, or has changed.</param>
internal sealed record WakeWant(AuditRule Rule, WakeKind Kind, string Id, DateTimeOffset By, Func<CancellationToken, Task<DateTimeOffset?>> Again)
{
    /// <summary>As a finding.</summary>
    public Suspicion Suspect(AuditScope scope) => new(Rule, Kind == WakeKind.Handoff ? Id : $"{Kind} {Id}", $"it must wake by {By:u}, and does not", scope.Wake(Kind, Id, By));
}
