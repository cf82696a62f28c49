using System.Globalization;
using System.Text.RegularExpressions;

namespace Baton.Handoffs.Sla;

// A target as configured: an amount of time, or a number of full days of whatever calendar applies.
internal abstract partial record SlaTarget
{
    public const string Expected = "\"4 hours\", \"30 minutes\", \"5 business days\" or hh:mm:ss, more than zero and at most 366 days";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private SlaTarget()
    {
    }

    public abstract TimeSpan On(WorkingCalendar calendar);

    public static SlaTarget? Parse(string text)
    {
        SlaTarget? target = (Amount().Match(text), Clock().Match(text)) switch
        {
            ({ Success: true } match, _) => OfAmount(double.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture), match.Groups["unit"].Value),
            (_, { Success: true } match) => new Fixed(new TimeSpan(Number(match, "d"), Number(match, "h"), Number(match, "m"), Number(match, "s"))),
            _ => null,
        };
        return target switch
        {
            Fixed { Time: var time } when time <= TimeSpan.Zero || time > Longest => null,
            BusinessDays { Days: var days } when days <= 0 || days > Longest.TotalDays => null,
            _ => target,
        };
    }

    private static SlaTarget OfAmount(double amount, string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        'm' => new Fixed(TimeSpan.FromMinutes(amount)),
        'h' => new Fixed(TimeSpan.FromHours(amount)),
        _ => new BusinessDays(amount),
    };

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    // A bare "days" is refused: nobody could tell whether 24 hours or a working day is meant.
    [GeneratedRegex(@"^\s*(?<n>\d{1,6}(\.\d{1,3})?)\s*(?<unit>minutes?|min|m|hours?|h|business\s+days?|working\s+days?)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    // Unlike TimeSpan.Parse, which reads 24:00:00 as 24 days.
    [GeneratedRegex(@"^\s*((?<d>\d{1,3})\.)?(?<h>\d{1,4}):(?<m>[0-5]\d)(:(?<s>[0-5]\d))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    public sealed record Fixed(TimeSpan Time) : SlaTarget
    {
        public override TimeSpan On(WorkingCalendar calendar) => Time;
    }

    public sealed record BusinessDays(double Days) : SlaTarget
    {
        public override TimeSpan On(WorkingCalendar calendar) => calendar.FullDay * Days;
    }
}
