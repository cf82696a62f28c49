using System.Globalization;
using System.Text.RegularExpressions;

namespace Baton.Handoffs.Sla;

// Reads a ladder from lines such as "100 owner+manager".
internal static partial class LadderParser
{
    public const int HighestPercent = 1000;

    public static IReadOnlyList<LadderStep> Parse(string key, IReadOnlyList<string> lines, ClockKind kind, List<OptionError> errors)
    {
        var steps = new List<LadderStep>();
        foreach (var (index, line) in lines.Index())
        {
            if (ParseLine(line ?? "") is not { } step)
            {
                errors.Add(new($"{key}:{index}", line ?? "", $"a percent from 1 to {HighestPercent} and owner, owner+manager, pool or manager, such as \"50 owner\""));
            }
            else if (steps.Count > 0 && steps[^1].Percent >= step.Percent)
            {
                errors.Add(new($"{key}:{index}", line!, $"more than the {steps[^1].Percent} percent of the step before"));
            }
            else if (kind == ClockKind.Outcome && step.Action == LadderAction.ReturnToPool)
            {
                errors.Add(new($"{key}:{index}", line!, "owner, owner+manager or manager: after the first touch a handoff cannot return to the pool"));
            }
            else
            {
                steps.Add(step);
            }
        }

        return steps;
    }

    private static LadderStep? ParseLine(string line)
    {
        var match = Line().Match(line);
        if (!match.Success || int.Parse(match.Groups["percent"].Value, CultureInfo.InvariantCulture) is not (>= 1 and <= HighestPercent and var percent))
        {
            return null;
        }

        return match.Groups["action"].Value.ToLowerInvariant() switch
        {
            "owner" => new(percent, LadderAction.NudgeOwner),
            "owner+manager" => new(percent, LadderAction.NudgeOwnerAndManager),
            "pool" => new(percent, LadderAction.ReturnToPool),
            "manager" => new(percent, LadderAction.ManagerDecides),
            _ => null,
        };
    }

    [GeneratedRegex(@"^\s*(?<percent>\d{1,4})\s*%?\s+(?<action>\S+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
