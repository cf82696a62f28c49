namespace Baton.Tables;

/// <summary>A row was written by a newer release in a form that this one does not know. Nothing is wrong with the row: update this process.</summary>
/// <param name="what">Which row.</param>
/// <param name="found">Its form.</param>
/// <param name="known">The newest form that is known here.</param>
public sealed class NewerSchemaException(string what, int found, int known)
    : Exception($"{what} is stored in form {found}; this release knows forms up to {known}. Run the release that wrote it, or a later one.")
{
    /// <summary>The form of the row.</summary>
    public int Found { get; } = found;

    /// <summary>The newest form that is known here.</summary>
    public int Known { get; } = known;
}
