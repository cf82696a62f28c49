using System.Text.Json.Serialization;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Import;

/// <summary>What became of a file.</summary>
internal sealed record ImportReport
{
    /// <summary>How many wrong rows are listed; all are counted.</summary>
    internal const int MaxWrongRows = 100;

    /// <summary>The mapping that it was read by.</summary>
    public required string Mapping { get; init; }

    /// <summary>Its encoding.</summary>
    public required string Encoding { get; init; }

    /// <summary>Rows that were read.</summary>
    public required int Rows { get; init; }

    /// <summary>How many of them became what.</summary>
    public required ImportCounts Results { get; init; }

    /// <summary>How many of the taken ones had been sent before.</summary>
    public required int Repeated { get; init; }

    /// <summary>What is wrong with the first <see cref="MaxWrongRows"/> wrong rows, in their order.</summary>
    public required IReadOnlyList<WrongValue> Wrong { get; init; }

    /// <summary>The first line that was not taken because the store failed; null when it did not. To send the whole file again is harmless.</summary>
    public int? NotTakenFrom { get; init; }
}

/// <summary>Rows by what became of them.</summary>
internal sealed record ImportCounts(int Offered, int Returned, int Duplicate, int Unqualified, int Suppressed, int Invalid)
{
    /// <summary>Those that are stored.</summary>
    [JsonIgnore]
    public int Taken => Offered + Returned + Duplicate + Unqualified + Suppressed;

    /// <summary>With one more.</summary>
    internal ImportCounts Plus(IntakeResult result) => result switch
    {
        IntakeResult.Offered => this with { Offered = Offered + 1 },
        IntakeResult.Returned => this with { Returned = Returned + 1 },
        IntakeResult.Duplicate => this with { Duplicate = Duplicate + 1 },
        IntakeResult.Unqualified => this with { Unqualified = Unqualified + 1 },
        IntakeResult.Suppressed => this with { Suppressed = Suppressed + 1 },
        _ => throw new InvalidOperationException($"{result} is not counted."),
    };
}

/// <summary>One wrong value of a file.</summary>
/// <param name="Line">The line that its row starts on.</param>
/// <param name="Field">The column's heading.</param>
/// <param name="Value">What is there, shortened.</param>
/// <param name="Rule">What would be right.</param>
internal sealed record WrongValue(int Line, string Field, string Value, string Rule);
