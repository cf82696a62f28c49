using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using NodaTime;

namespace Baton.Handoffs.People;

/// <summary>
/// Changes what is known of people while the product runs, and keeps the roster in step with it. A wake-up for the person is written before
/// each change that has consequences, so that a crash cannot lose them.
/// </summary>
public sealed class PeopleDesk(IPeopleStore store, IAgenda agenda, Terms terms, Pulse pulse) : IDisposable
{
    /// <summary>The longest absence that can be told of, in days.</summary>
    public const int LongestAbsenceDays = 366;

    // One learner at a time, so that what was read earlier never replaces what was read later.
    private readonly SemaphoreSlim learning = new(1);

    // Only the start and then the sweeper ask for it, one sweep at a time.
    private DateTimeOffset? refreshed;

    /// <summary>Takes over what others changed, at most half the time that a wake-up waits after the last time: so within that time everybody knows.</summary>
    public async Task EnsureFreshAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (refreshed is null || now - refreshed >= pulse.Safety / 2)
        {
            await RefreshAsync(cancellation);
            refreshed = now;
        }
    }

    /// <summary>Takes over what others changed: one query.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await learning.WaitAsync(cancellation);
        try
        {
            terms.Roster.Learn(await store.AllAsync(cancellation));
        }
        finally
        {
            learning.Release();
        }
    }

    /// <summary>Somebody is away from now on.</summary>
    /// <param name="whom">Who is away.</param>
    /// <param name="back">The day on which the person is back, in the person's own time zone: the absence ends when it begins.</param>
    /// <param name="by">Who says so: the person, or a manager.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<PersonAnswer> AwayAsync(Person whom, DateOnly back, Person by, DateTimeOffset now, CancellationToken cancellation)
    {
        var today = PersonalDays.DayOf(whom, now);
        var no = MaySpeakFor(whom, by)
            ?? (back <= today || back > today.AddDays(LongestAbsenceDays) ? new Refusal.DateOutOfRange(today.AddDays(1), today.AddDays(LongestAbsenceDays)) : null);
        return no is not null
            ? new PersonAnswer.Refused(no)
            : await ChangeAsync(
                whom,
                now,
                was => was with { Absence = new Absence(was.Absence is { } there && there.Covers(now) ? there.From : now.ToUniversalTime(), PersonalDays.Begin(whom, back)), AbsenceBy = by.Email },
                cancellation);
    }

    /// <summary>Somebody is back.</summary>
    public async Task<PersonAnswer> BackAsync(Person whom, Person by, DateTimeOffset now, CancellationToken cancellation)
    {
        await RefreshAsync(cancellation);
        var no = MaySpeakFor(whom, by) ?? (terms.Roster.Anybody(whom.Email).IsAway(now) ? null : new Refusal.NotAway(whom.Email));
        return no is not null
            ? new PersonAnswer.Refused(no)
            : await ChangeAsync(whom, now, was => was with { Absence = null, AbsenceBy = by.Email }, cancellation);
    }

    /// <summary>The person wants to be spoken to in the language nearest to that locale.</summary>
    public Task<PersonAnswer> SpeakAsync(Person whom, string locale, CancellationToken cancellation) =>
        SaveAsync(whom, was => was with { ChosenLocale = Texts.Nearest(locale) }, cancellation);

    /// <summary>Takes over what a platform says of a person; costs nothing when it is known already.</summary>
    public async Task LearnAsync(EmailAddress person, PersonProfile profile, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = terms.Roster.StateOf(person);
        var learned = Learned(known, profile, now);
        if (learned == known)
        {
            return;
        }

        var whom = terms.Roster.Anybody(person);
        await (learned.Absence == known.Absence
            ? SaveAsync(whom, was => Learned(was, profile, now), cancellation)
            : ChangeAsync(whom, now, was => Learned(was, profile, now), cancellation));
    }

    /// <inheritdoc />
    public void Dispose() => learning.Dispose();

    private static PersonState Learned(PersonState was, PersonProfile profile, DateTimeOffset now)
    {
        var learned = was with
        {
            ProfileLocale = profile.Locale is { } locale ? Texts.Nearest(locale) : was.ProfileLocale,
            ProfileTimeZone = profile.TimeZone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : was.ProfileTimeZone,
        };
        return (profile.Deactivated, was.Absence) switch
        {
            (true, { IsForGood: true }) => learned,
            (true, _) => learned with { Absence = new Absence(now.ToUniversalTime(), null), AbsenceBy = Person.Baton.Email },
            (false, { IsForGood: true }) when was.AbsenceBy == Person.Baton.Email => learned with { Absence = null },
            _ => learned,
        };
    }

    private static Refusal? MaySpeakFor(Person whom, Person by) =>
        whom.Email == by.Email || by.Is(Roles.Manager) ? null : new Refusal.NotYourRole("manager");

    // The first wake-up outlasts a crash, the second brings the consequences on at once.
    private async Task<PersonAnswer> ChangeAsync(Person whom, DateTimeOffset now, Func<PersonState, PersonState> change, CancellationToken cancellation)
    {
        await agenda.AddAsync(new Wake(WakeKind.Person, whom.Email.Value, now + pulse.Safety), cancellation);
        var answer = await SaveAsync(whom, change, cancellation);
        await agenda.AddAsync(new Wake(WakeKind.Person, whom.Email.Value, now), cancellation);
        return answer;
    }

    private async Task<PersonAnswer> SaveAsync(Person whom, Func<PersonState, PersonState> change, CancellationToken cancellation)
    {
        await store.ChangeAsync(whom.Email, change, cancellation);
        await RefreshAsync(cancellation);
        return new PersonAnswer.Done(terms.Roster.Anybody(whom.Email));
    }
}
