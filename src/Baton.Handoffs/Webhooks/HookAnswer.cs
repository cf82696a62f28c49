namespace Baton.Handoffs.Webhooks;

/// <summary>What a hook answered. Why something failed is in English, for an operator, and names neither address nor secret nor what the answer said.</summary>
public abstract record HookAnswer
{
    private HookAnswer()
    {
    }

    /// <summary>It has it.</summary>
    public sealed record Taken : HookAnswer;

    /// <summary>It wants nothing any more.</summary>
    public sealed record Gone(string Why) : HookAnswer;

    /// <summary>It asks to wait, for everything.</summary>
    public sealed record Wait(TimeSpan Time, string Why) : HookAnswer;

    /// <summary>It did not take it, or did not answer. <paramref name="Uncertain"/>: it may have it all the same.</summary>
    public sealed record Failed(string Why, bool Uncertain) : HookAnswer;
}
