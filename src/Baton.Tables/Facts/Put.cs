namespace Baton.Tables;

/// <summary>What came of one try to write a fact.</summary>
internal enum Put
{
    /// <summary>It is there, or a newer one is.</summary>
    Done,

    /// <summary>Somebody else wrote one of the rows meanwhile: read them again.</summary>
    Beaten,

    /// <summary>Somebody began to write a newer version and has not written it yet, and perhaps never will.</summary>
    Overtaken,
}
