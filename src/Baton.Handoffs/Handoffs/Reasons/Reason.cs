using System.Text.Json.Serialization;

namespace Baton.Handoffs.Handoffs.Reasons;

/// <summary>A coded reason for refusing, recycling or disqualifying a lead.</summary>
public sealed record Reason
{
    /// <summary>The stored name, such as <c>too_small</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The class, which decides what happens next.</summary>
    public required ReasonClass Class { get; init; }

    /// <summary>English label.</summary>
    public required string En { get; init; }

    /// <summary>Japanese label.</summary>
    public required string Ja { get; init; }

    /// <summary>What else is asked, at most one thing.</summary>
    public FollowUp FollowUp { get; init; }

    /// <summary>Whether a comment is mandatory.</summary>
    public bool CommentRequired { get; init; }

    /// <summary>For recycling: after how many days the lead comes back, 1 to 730; 0 elsewhere.</summary>
    public int RecycleDays { get; init; }

    /// <summary>For recycling: how many attempts must have been made first; 0 for none.</summary>
    public int AttemptsRequired { get; init; }

    /// <summary>The label in a language.</summary>
    public string Label(string locale) => locale == "ja" ? Ja : En;
}

/// <summary>What a reason says about the lead, and so what happens next. The names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReasonClass>))]
public enum ReasonClass
{
    /// <summary>Rerouted or merged; not counted against lead quality.</summary>
    Procedural,

    /// <summary>Back to marketing to fix; counted as data quality.</summary>
    Clerical,

    /// <summary>Counted as lead quality.</summary>
    Definitional,

    /// <summary>The person is never offered again.</summary>
    Compliance,

    /// <summary>A comment says it.</summary>
    Other,

    /// <summary>After contact: come back on a date.</summary>
    Recycle,

    /// <summary>After contact: for good.</summary>
    Disqualify,
}

/// <summary>The one further question that a reason may ask. The names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FollowUp>))]
public enum FollowUp
{
    /// <summary>None.</summary>
    None,

    /// <summary>Of which lead it is a duplicate: a handoff id, e-mail address or company. Optional.</summary>
    OfWhichLead,

    /// <summary>Whose it is: a colleague's e-mail address. Optional.</summary>
    WhoseIsIt,

    /// <summary>Which fields are missing or wrong. Optional.</summary>
    WhichFields,
}
