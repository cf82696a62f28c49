using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>Counts the reasons of a period. Not shared between threads.</summary>
internal sealed class ReasonCounter(Period period)
{
    private readonly Dictionary<(ReasonClass Class, string Code), int> codes = [];
    private int accepted;
    private int rejected;

    /// <summary>The rejections after which the lead was fixed or rerouted and offered again.</summary>
    public int OfferedAgain { get; private set; }

    public void Add(HandoffFact fact)
    {
        accepted += period.Holds(fact.TakenAt) ? 1 : 0;
        rejected += period.Holds(fact.RejectedAt) ? 1 : 0;
        if (GivenReason.Standing(fact, period) is { } given)
        {
            Add(given.Class, given.Code);
        }
    }

    public void Add(EarlierRejection rejection)
    {
        if (period.Holds(rejection.At))
        {
            rejected++;
            OfferedAgain++;
            Add(rejection.Class, rejection.Code);
        }
    }

    public ReasonGroup Group(string key) => new(
        key, accepted + rejected, rejected, Of(ReasonClass.Procedural), Of(ReasonClass.Clerical), Of(ReasonClass.Definitional),
        Of(ReasonClass.Recycle) + Of(ReasonClass.Disqualify));

    public IReadOnlyList<ClassCount> Classes() =>
    [
        .. codes.GroupBy(c => c.Key.Class).OrderBy(g => g.Key)
            .Select(g => (Class: g.Key, Count: g.Sum(c => c.Value)))
            .Select(g => new ClassCount(g.Class, g.Count, IsReject(g.Class) ? new Rate(g.Count, accepted + rejected) : null)),
    ];

    public IReadOnlyList<CodeCount> Codes() => CodeCount.Ordered(codes.Select(c => new CodeCount(c.Key.Class, c.Key.Code, c.Value)));

    private static bool IsReject(ReasonClass reason) => reason is not (ReasonClass.Recycle or ReasonClass.Disqualify);

    private void Add(ReasonClass reason, string code) => codes[(reason, code)] = codes.GetValueOrDefault((reason, code)) + 1;

    private int Of(ReasonClass reason) => codes.Where(c => c.Key.Class == reason).Sum(c => c.Value);
}
