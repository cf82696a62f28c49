namespace Baton.Tables.Audit;

/// <summary>A finding with the way to put it right.</summary>
/// <param name="Rule">What does not hold.</param>
/// <param name="Where">Where.</param>
/// <param name="What">What was found there.</param>
/// <param name="Repair">Puts it right by compare-and-swap, so that whoever serves meanwhile wins; null when nothing can.</param>
internal sealed record Suspicion(AuditRule Rule, string Where, string What, Func<CancellationToken, Task>? Repair = null);
