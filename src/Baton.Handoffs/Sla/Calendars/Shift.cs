namespace Baton.Handoffs.Sla;

// Local working hours that start on a weekday, in minutes after its midnight. End is above 1440 when they run into the next day.
internal sealed record Shift(int Start, int End, string Label)
{
    public const int MinutesPerDay = 24 * 60;

    public int Minutes => End - Start;
}
