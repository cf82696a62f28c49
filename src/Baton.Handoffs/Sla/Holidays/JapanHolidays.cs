using static Baton.Handoffs.Sla.HolidayRule;

namespace Baton.Handoffs.Sla;

/// <summary>
/// National holidays of Japan, from the day the law came into force (20 July 1948): Act on National Holidays (国民の祝日に関する法律, Act No. 178 of 1948)
/// with its amendments, the acts for single years (Olympic shifts of 2020 and 2021, accession and enthronement of 2019),
/// substitute holidays (article 3 paragraph 2) and citizens' holidays (article 3 paragraph 3). Equinoxes are approximated until 2150.
/// </summary>
public sealed class JapanHolidays : IHolidaySet
{
    private static readonly DateOnly LawInForce = new(1948, 7, 20);
    private static readonly DateOnly SubstitutesInForce = new(1973, 4, 12);
    private static readonly DateOnly CitizensHolidaysInForce = new(1985, 12, 27);
    private static readonly HolidayName Substitute = new("Substitute holiday", "振替休日");
    private static readonly HolidayName CitizensHoliday = new("Citizens' holiday", "国民の休日");

    private static readonly HolidayRule[] Rules =
    [
        new("New Year's Day", "元日", 1949, StillInForce, Date(1, 1)),
        new("Coming of Age Day", "成人の日", 1949, 1999, Date(1, 15)),
        new("Coming of Age Day", "成人の日", 2000, StillInForce, Nth(2, DayOfWeek.Monday, 1)),
        new("National Foundation Day", "建国記念の日", 1967, StillInForce, Date(2, 11)),
        new("Emperor's Birthday", "天皇誕生日", 2020, StillInForce, Date(2, 23)),
        new("State Funeral of Emperor Showa", "昭和天皇の大喪の礼", 1989, 1989, Date(2, 24)),
        new("Vernal Equinox Day", "春分の日", 1949, StillInForce, Equinox.Vernal),
        new("Wedding of the Crown Prince", "皇太子明仁親王の結婚の儀", 1959, 1959, Date(4, 10)),
        new("Emperor's Birthday", "天皇誕生日", 1949, 1988, Date(4, 29)),
        new("Greenery Day", "みどりの日", 1989, 2006, Date(4, 29)),
        new("Showa Day", "昭和の日", 2007, StillInForce, Date(4, 29)),
        new("Accession of the Emperor", "天皇の即位の日", 2019, 2019, Date(5, 1)),
        new("Constitution Memorial Day", "憲法記念日", 1949, StillInForce, Date(5, 3)),
        new("Greenery Day", "みどりの日", 2007, StillInForce, Date(5, 4)),
        new("Children's Day", "こどもの日", 1949, StillInForce, Date(5, 5)),
        new("Wedding of the Crown Prince", "皇太子徳仁親王の結婚の儀", 1993, 1993, Date(6, 9)),
        new("Marine Day", "海の日", 1996, 2002, Date(7, 20)),
        new("Marine Day", "海の日", 2003, 2019, Nth(3, DayOfWeek.Monday, 7)),
        new("Marine Day", "海の日", 2020, 2020, Date(7, 23)),
        new("Marine Day", "海の日", 2021, 2021, Date(7, 22)),
        new("Marine Day", "海の日", 2022, StillInForce, Nth(3, DayOfWeek.Monday, 7)),
        new("Mountain Day", "山の日", 2016, 2019, Date(8, 11)),
        new("Mountain Day", "山の日", 2020, 2020, Date(8, 10)),
        new("Mountain Day", "山の日", 2021, 2021, Date(8, 8)),
        new("Mountain Day", "山の日", 2022, StillInForce, Date(8, 11)),
        new("Respect for the Aged Day", "敬老の日", 1966, 2002, Date(9, 15)),
        new("Respect for the Aged Day", "敬老の日", 2003, StillInForce, Nth(3, DayOfWeek.Monday, 9)),
        new("Autumnal Equinox Day", "秋分の日", 1948, StillInForce, Equinox.Autumnal),
        new("Health and Sports Day", "体育の日", 1966, 1999, Date(10, 10)),
        new("Health and Sports Day", "体育の日", 2000, 2019, Nth(2, DayOfWeek.Monday, 10)),
        new("Sports Day", "スポーツの日", 2020, 2020, Date(7, 24)),
        new("Sports Day", "スポーツの日", 2021, 2021, Date(7, 23)),
        new("Sports Day", "スポーツの日", 2022, StillInForce, Nth(2, DayOfWeek.Monday, 10)),
        new("Enthronement Ceremony", "即位礼正殿の儀", 2019, 2019, Date(10, 22)),
        new("Culture Day", "文化の日", 1948, StillInForce, Date(11, 3)),
        new("Enthronement Ceremony", "即位礼正殿の儀", 1990, 1990, Date(11, 12)),
        new("Labour Thanksgiving Day", "勤労感謝の日", 1948, StillInForce, Date(11, 23)),
        new("Emperor's Birthday", "天皇誕生日", 1989, 2018, Date(12, 23)),
    ];

    /// <inheritdoc/>
    public string Name => "japan";

    /// <inheritdoc/>
    public HolidayName? Find(DateOnly day)
    {
        // The last day a DateOnly can hold has no tomorrow to look at.
        if (day < LawInForce || day == DateOnly.MaxValue)
        {
            return null;
        }

        return National(day)
            ?? (IsSubstitute(day) ? Substitute : null)
            ?? (IsBetweenHolidays(day) ? CitizensHoliday : null);
    }

    private static HolidayName? National(DateOnly day) => Array.Find(Rules, rule => rule.FallsOn(day))?.Name;

    // The first day after a Sunday's holiday that is not a national holiday itself. Until 2006 the law named the Monday only,
    // which comes to the same, because no two national holidays adjoined then.
    private static bool IsSubstitute(DateOnly day)
    {
        if (day < SubstitutesInForce)
        {
            return false;
        }

        var before = day.AddDays(-1);
        while (before.DayOfWeek != DayOfWeek.Sunday && National(before) is not null)
        {
            before = before.AddDays(-1);
        }

        return before.DayOfWeek == DayOfWeek.Sunday && National(before) is not null;
    }

    // The exception for Sundays was dropped in 2007; no Sunday has lain between two holidays under the law since.
    private static bool IsBetweenHolidays(DateOnly day) =>
        day >= CitizensHolidaysInForce
        && day.DayOfWeek != DayOfWeek.Sunday
        && National(day.AddDays(-1)) is not null
        && National(day.AddDays(1)) is not null;
}
