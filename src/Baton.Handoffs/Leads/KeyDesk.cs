using System.Globalization;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Leads;

/// <summary>Forgets idempotency keys when nobody sends the same request again any more. Harmless to repeat.</summary>
public sealed class KeyDesk(IIdempotencyKeys keys, IAgenda agenda)
{
    /// <summary>How long a key is kept after the end of the day, in UTC, on which it came.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const string Form = "yyyy-MM-dd";

    /// <summary>The wake-up at which the keys of an instant's day are forgotten. One a day: its id is the day.</summary>
    public static Wake WakeFor(DateTimeOffset at)
    {
        var day = DayOf(at);
        return new Wake(WakeKind.IdempotencyKeys, day.ToString(Form, CultureInfo.InvariantCulture), new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) + Kept);
    }

    /// <summary>The day, in UTC, whose keys are forgotten together.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>Forgets a day's keys and then the wake-ups that led here.</summary>
    public async Task RunAsync(string id, IReadOnlyList<Wake> handled, CancellationToken cancellation)
    {
        await keys.ForgetAsync(DateOnly.ParseExact(id, Form, CultureInfo.InvariantCulture), cancellation);
        await agenda.RemoveAsync(handled, cancellation);
    }
}
