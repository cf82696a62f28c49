using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Chat.Views;

/// <summary>What the buttons of a card and their forms depend on.</summary>
/// <param name="handoff">The handoff.</param>
/// <param name="reader">For whom the card is made.</param>
/// <param name="terms">What was agreed on.</param>
/// <param name="now">When.</param>
internal sealed class Situation(Handoff handoff, CardReader reader, Terms terms, DateTimeOffset now)
{
    private IReadOnlyList<Person>? colleagues;

    /// <summary>The handoff.</summary>
    public Handoff Handoff => handoff;

    /// <summary>For whom the card is made.</summary>
    public CardReader Reader => reader;

    /// <summary>What was agreed on.</summary>
    public Terms Terms => terms;

    /// <summary>When.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Who else takes leads and is not away, those of its pool first.</summary>
    public IReadOnlyList<Person> Colleagues => colleagues ??= OthersThere();

    private List<Person> OthersThere()
    {
        var (own, others) = (new List<Person>(), new List<Person>());
        foreach (var person in terms.Roster.People)
        {
            if (person.Is(Roles.Rep) && person.Email != handoff.Owner && !person.IsAway(now))
            {
                (person.Pools.Contains(handoff.Route.Pool, StringComparer.Ordinal) ? own : others).Add(person);
            }
        }

        own.AddRange(others);
        return own;
    }
}
