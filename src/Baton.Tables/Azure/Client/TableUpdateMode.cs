namespace Baton.Tables.Azure.Client;

/// <summary>What an update does with properties that it does not bring.</summary>
public enum TableUpdateMode
{
    /// <summary>They are gone. (Merging is not among what Baton uses: null does not delete there.)</summary>
    Replace,
}
