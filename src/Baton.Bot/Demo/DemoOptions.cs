namespace Baton.Bot.Demo;

/// <summary>Section <c>Demo</c>: how <c>baton demo</c> plays.</summary>
internal sealed class DemoOptions
{
    public const string Section = "Demo";

    public const double MostSpeed = 100_000;

    /// <summary>How many times faster than life the clock runs in working time, 1 to 100,000.</summary>
    public double Speed { get; set; } = 240;

    /// <summary>What chance begins with: the same seed plays the same past.</summary>
    public int Seed { get; set; } = 20261120;

    public IEnumerable<string> Validate() =>
        Speed is >= 1 and <= MostSpeed ? [] : [$"{Section}:Speed is {Speed}; expected 1 to {MostSpeed}"];
}
