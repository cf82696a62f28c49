namespace Baton.Benchmarks.Load;

/// <summary>What a round of requests measured.</summary>
/// <param name="Answered">Requests that were answered with 200.</param>
/// <param name="Refused">Requests that were answered otherwise.</param>
/// <param name="Took">From the first request to the last answer.</param>
/// <param name="LatenciesMs">Of each request, ascending, in milliseconds.</param>
/// <param name="OwnCpu">Processor time that the generator itself used.</param>
internal sealed record LoadRound(int Answered, int Refused, TimeSpan Took, double[] LatenciesMs, TimeSpan OwnCpu)
{
    public double PerSecond => Answered / Took.TotalSeconds;

    public double Percentile(double part) => LatenciesMs[(int)Math.Min(LatenciesMs.Length - 1, LatenciesMs.Length * part)];
}
