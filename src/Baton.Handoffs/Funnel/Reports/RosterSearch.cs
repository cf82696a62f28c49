using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>Finds who was meant by what somebody typed.</summary>
public static class RosterSearch
{
    /// <summary>
    /// The people whose address, its part before the <c>@</c>, or name (blanks and case do not matter) is the text, which may begin with <c>@</c>;
    /// in the roster's order. Several share a name; none means that nobody was found.
    /// </summary>
    public static IReadOnlyList<Person> Find(Roster roster, string text)
    {
        var wanted = Plain(text).TrimStart('@');
        return wanted.Length == 0 ? [] : [.. roster.People.Where(p => p.Email.Value == wanted || p.Email.Value.Split('@')[0] == wanted || Plain(p.Name) == wanted)];
    }

    private static string Plain(string text) => CommandText.Normal(text).Replace(" ", "", StringComparison.Ordinal);
}
