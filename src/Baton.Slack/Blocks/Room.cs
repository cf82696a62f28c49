namespace Baton.Slack.Blocks;

/// <summary>How much text a message or view still takes. One rendering owns it.</summary>
internal sealed class Room(int characters)
{
    /// <summary>UTF-16 units; 0 when it is full.</summary>
    public int Left { get; private set; } = characters;

    /// <summary>As much of the text as there is room for, which is then used up by it.</summary>
    public string Take(string text, int most = int.MaxValue)
    {
        var taken = InertText.Cut(text, Math.Min(most, Left));
        Left -= taken.Length;
        return taken;
    }

    /// <summary>Whether that much is left; if so, it is used up.</summary>
    public bool TryTake(int length)
    {
        if (length > Left) return false;
        Left -= length;
        return true;
    }
}
