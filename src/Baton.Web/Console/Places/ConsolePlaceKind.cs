namespace Baton.Web.Console.Places;

/// <summary>What a place is for.</summary>
public enum ConsolePlaceKind
{
    /// <summary>Where leads are offered.</summary>
    Sales,

    /// <summary>Where feedback threads live.</summary>
    Marketing,

    /// <summary>Between Baton and one person; never configured.</summary>
    Direct,
}
