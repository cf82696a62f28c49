using static Baton.Handoffs.Sla.HolidayRule;

namespace Baton.Handoffs.Sla;

/// <summary>
/// Federal holidays of the United States since 1971: 5 U.S.C. 6103(a) with the Uniform Monday Holiday Act, and the day on which each
/// is observed, Friday for a Saturday and Monday for a Sunday (6103(b) and Executive Order 11582). Inauguration Day, which only concerns
/// the capital, is left out. Japanese names are the customary translations.
/// </summary>
public sealed class UsFederalHolidays : IHolidaySet
{
    private static readonly HolidayRule[] Rules =
    [
        new("New Year's Day", "元日", 1971, StillInForce, Date(1, 1)),
        new("Birthday of Martin Luther King, Jr.", "キング牧師記念日", 1986, StillInForce, Nth(3, DayOfWeek.Monday, 1)),
        new("Washington's Birthday", "ワシントン誕生日", 1971, StillInForce, Nth(3, DayOfWeek.Monday, 2)),
        new("Memorial Day", "戦没将兵追悼記念日", 1971, StillInForce, Last(DayOfWeek.Monday, 5)),
        new("Juneteenth National Independence Day", "ジューンティーンス独立記念日", 2021, StillInForce, Date(6, 19)),
        new("Independence Day", "独立記念日", 1971, StillInForce, Date(7, 4)),
        new("Labor Day", "労働者の日", 1971, StillInForce, Nth(1, DayOfWeek.Monday, 9)),
        new("Columbus Day", "コロンブス記念日", 1971, StillInForce, Nth(2, DayOfWeek.Monday, 10)),
        new("Veterans Day", "退役軍人の日", 1971, 1977, Nth(4, DayOfWeek.Monday, 10)),
        new("Veterans Day", "退役軍人の日", 1978, StillInForce, Date(11, 11)),
        new("Thanksgiving Day", "感謝祭", 1971, StillInForce, Nth(4, DayOfWeek.Thursday, 11)),
        new("Christmas Day", "クリスマス", 1971, StillInForce, Date(12, 25)),
    ];

    /// <inheritdoc/>
    public string Name => "us-federal";

    /// <inheritdoc/>
    public HolidayName? Find(DateOnly day) => On(day) ?? Observed(day);

    private static HolidayName? On(DateOnly day) => Array.Find(Rules, rule => rule.FallsOn(day))?.Name;

    private static HolidayName? Observed(DateOnly day)
    {
        var actual = day.DayOfWeek switch
        {
            DayOfWeek.Friday when day < DateOnly.MaxValue => On(day.AddDays(1)),
            DayOfWeek.Monday when day > DateOnly.MinValue => On(day.AddDays(-1)),
            _ => null,
        };
        return actual is null ? null : new($"{actual.English} (observed)", $"{actual.Japanese}（振替）");
    }
}
