namespace Baton.Teams.Files;

/// <summary>Where a file is to be put that somebody wants, as Teams says it.</summary>
/// <param name="UploadUrl">Where it is sent to; whoever knows it may write there, so it is a secret.</param>
/// <param name="ContentUrl">Where it is found then.</param>
/// <param name="Name">What it is called there, which may differ from what was offered.</param>
/// <param name="UniqueId">Its id in OneDrive.</param>
/// <param name="FileType">Its ending, such as <c>csv</c>.</param>
internal sealed record UploadPlace(string UploadUrl, string ContentUrl, string Name, string UniqueId, string FileType)
{
    /// <inheritdoc />
    public override string ToString() => nameof(UploadPlace);
}
