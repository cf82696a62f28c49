namespace Baton.Handoffs.Sla;

/// <summary>Configuration of one clock, or of one exception to it. What is left out is taken from the rule above: exception, clock, built-in default.</summary>
public class ClockOptions
{
    /// <summary>
    /// Working time allowed: <c>4 hours</c>, <c>30 minutes</c>, <c>5 business days</c> or <c>hh:mm:ss</c> (<c>24:00:00</c> is 24 hours).
    /// More than zero, at most 366 days. A business day is a full day of the clock's calendar, see <see cref="WorkingCalendar.FullDay"/>.
    /// </summary>
    public string? Target { get; set; }

    /// <summary>Name of a configured calendar.</summary>
    public string? Calendar { get; set; }

    /// <summary>Steps in ascending order: percent (1 to 1000) and <c>owner</c>, <c>owner+manager</c>, <c>pool</c> or <c>manager</c>, for example <c>50 owner</c>.</summary>
    public string[]? Ladder { get; set; }
}
