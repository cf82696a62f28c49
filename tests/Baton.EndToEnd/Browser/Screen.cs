namespace Baton.EndToEnd.Browser;

/// <summary>How large a window is, in CSS pixels.</summary>
internal sealed record Screen(int Width, int Height)
{
    /// <summary>A laptop.</summary>
    public static readonly Screen Wide = new(1280, 860);

    /// <summary>A small phone.</summary>
    public static readonly Screen Narrow = new(360, 740);
}
