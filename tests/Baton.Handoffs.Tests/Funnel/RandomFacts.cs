using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Funnel;

/// <summary>Facts of every shape, sensible or not: figures must be what their formula says of any of them.</summary>
internal static class RandomFacts
{
    private static readonly string?[] Words = [null, "web", "expo", "ウェビナー", "<!channel>", "=1+1", "*bold*"];
    private static readonly string[] Codes = ["too_small", "missing_data", "duplicate", "other"];

    public static Arbitrary<HandoffFact[]> Some { get; } =
        Gen.Choose(0, int.MaxValue).Select(seed => Many(new Random(seed), seed % 40)).ToArbitrary();

    public static HandoffFact[] Many(Random random, int count) => [.. Enumerable.Range(0, count).Select(i => One(random, i))];

    private static HandoffFact One(Random random, int number) => new()
    {
        Id = HandoffId.For("random", $"{number}"),
        Version = 1,
        State = Enum.GetValues<HandoffState>()[random.Next(11)],
        Week = "2026-W47",
        Source = Words[random.Next(1, Words.Length)]!,
        Campaign = Words[random.Next(Words.Length)],
        Pool = Words[random.Next(Words.Length)],
        Segment = Words[random.Next(Words.Length)],
        CompanyName = Words[random.Next(Words.Length)],
        Score = random.Next(101),
        Tier = (Tier)random.Next(2),
        Owner = random.Next(2) == 0 ? null : EmailAddress.Parse($"rep{random.Next(3)}@example.com"),
        QualifiedAtSource = At(random),
        CreatedAt = At(random),
        OfferedAt = Maybe(random),
        CardVisibleAt = Maybe(random),
        DecidedAt = Maybe(random),
        AcceptedAt = Maybe(random),
        RejectedAt = Maybe(random),
        FirstTouchAt = Maybe(random),
        QualifiedAt = Maybe(random),
        ClosedAt = Maybe(random),
        Reason = random.Next(3) == 0 ? null : Codes[random.Next(Codes.Length)],
        ReasonClass = random.Next(3) == 0 ? null : Enum.GetValues<ReasonClass>()[random.Next(7)],
        Comment = Words[random.Next(Words.Length)],
        ReasonBy = random.Next(2) == 0 ? null : EmailAddress.Parse($"rep{random.Next(3)}@example.com"),
        EarlierRejections = random.Next(3) == 0 ? null : [.. Enumerable.Range(0, random.Next(4)).Select(_ => Rejection(random))],
        Contest = random.Next(3) == 0 ? "upheld" : null,
        ContestedAt = Maybe(random),
        Amount = random.Next(2) == 0 ? null : random.Next(1, 1000),
        Currency = random.Next(2) == 0 ? "JPY" : "USD",
        HumanDelay = random.Next(2) == 0 ? null : TimeSpan.FromMinutes(random.Next(500)),
        Clocks = [.. Enumerable.Range(0, random.Next(4)).Select(i => Clock(random, i))],
    };

    private static ClockFact Clock(Random random, int kind)
    {
        var stopped = Maybe(random);
        return new ClockFact(
            new[] { "accept", "contact", "outcome" }[kind % 3], TimeSpan.FromHours(4), Maybe(random), Maybe(random),
            stopped, stopped is null ? null : TimeSpan.FromMinutes(random.Next(480)));
    }

    private static EarlierRejection Rejection(Random random) => new(
        Codes[random.Next(Codes.Length)], Enum.GetValues<ReasonClass>()[random.Next(7)], Words[random.Next(Words.Length)],
        EmailAddress.Parse($"rep{random.Next(3)}@example.com"), At(random), Words[random.Next(1, Words.Length)]!);

    private static DateTimeOffset At(Random random) => Facts.Now.AddHours(random.Next(-24 * 45, 24 * 3));

    private static DateTimeOffset? Maybe(Random random) => random.Next(3) == 0 ? null : At(random);
}
