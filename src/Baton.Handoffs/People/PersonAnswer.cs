using Baton.Handoffs.Handoffs.Refusals;

namespace Baton.Handoffs.People;

/// <summary>What came of a change of what is known of a person.</summary>
public abstract record PersonAnswer
{
    private PersonAnswer()
    {
    }

    /// <summary>Stored. The person as known now.</summary>
    public sealed record Done(Person Person) : PersonAnswer;

    /// <summary>Not done, for this reason.</summary>
    public sealed record Refused(Refusal Why) : PersonAnswer;
}
