namespace Baton.Benchmarks;

/// <summary>How long to measure.</summary>
/// <param name="Seconds">Of one round.</param>
/// <param name="Rounds">Of each side; the two take turns.</param>
/// <param name="Leads">How many leads to import, and to keep open.</param>
/// <param name="Say">Told how it goes.</param>
internal sealed record BenchmarkPlan(int Seconds, int Rounds, int Leads, Action<string> Say);
