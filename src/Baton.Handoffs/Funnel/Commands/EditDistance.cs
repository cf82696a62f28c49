namespace Baton.Handoffs.Funnel.Commands;

/// <summary>How many letters lie between two words (Levenshtein: insert, delete or replace one).</summary>
internal static class EditDistance
{
    /// <summary>Letters beyond this are not compared.</summary>
    private const int Longest = 32;

    /// <summary>The least number of changes that turn one word into the other; at most 32.</summary>
    public static int Between(string one, string other)
    {
        var (a, b) = (Head(one), Head(other));
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }

    private static string Head(string word) => word.Length > Longest ? word[..Longest] : word;
}
