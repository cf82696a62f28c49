namespace Baton.Handoffs.Funnel.Figures;

/// <summary>How many handoffs reached each step, either by what happened in a period or of a cohort as it stands now.</summary>
public sealed record Tally
{
    /// <summary>Taken by Baton.</summary>
    public int Created { get; init; }

    /// <summary>Offered for the first time: handed over.</summary>
    public int HandedOver { get; init; }

    /// <summary>Back with marketing for missing fields, still.</summary>
    public int Returned { get; init; }

    /// <summary>Accepted and not rejected since.</summary>
    public int Accepted { get; init; }

    /// <summary>Rejected: in a period every rejection that nobody took back or overruled, also of leads that were fixed or rerouted since; of a cohort those that still are.</summary>
    public int Rejected { get; init; }

    /// <summary>Of those rejected in a period, the rejections after which the lead was fixed or rerouted and offered again; 0 for a cohort.</summary>
    public int OfferedAgain { get; init; }

    /// <summary>First touch made.</summary>
    public int Contacted { get; init; }

    /// <summary>Qualified by sales: SQL, with an opportunity opened.</summary>
    public int Qualified { get; init; }

    /// <summary>Qualified by sales and accepted, for the SQL rate.</summary>
    public int AcceptedAndQualified { get; init; }

    /// <summary>To come back on a date.</summary>
    public int Recycled { get; init; }

    /// <summary>Disqualified for good.</summary>
    public int Disqualified { get; init; }

    /// <summary>Won.</summary>
    public int Won { get; init; }

    /// <summary>Lost.</summary>
    public int Lost { get; init; }

    /// <summary>Won amounts by currency, in the order of its code.</summary>
    public IReadOnlyList<Money> WonAmounts { get; init; } = [];

    /// <summary>Accepted + rejected.</summary>
    public int Decided => Accepted + Rejected;

    /// <summary>Accepted / decided.</summary>
    public Rate Acceptance => new(Accepted, Decided);
}
