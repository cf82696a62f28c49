using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>Rows of the lead index: a note and a claim are two writes, each by compare-and-swap.</summary>
public sealed class MemoryLeadRows
{
    // Guards everything below.
    private readonly Lock gate = new();
    private readonly Dictionary<(string Source, string Id), (IntakeNote Note, string Tag)> notes = [];
    private readonly Dictionary<EmailAddress, (HandoffId Handoff, bool Lives, string Tag)> current = [];
    private readonly HashSet<EmailAddress> suppressed = [];
    private readonly List<PersonClaim> mentions = [];
    private int tags;

    public LeadTraces LookUp(string source, string externalId, EmailAddress? email)
    {
        lock (gate)
        {
            var note = notes.TryGetValue((source, externalId), out var noted) ? noted : ((IntakeNote, string)?)null;
            var mark = email is { } person && current.TryGetValue(person, out var found) ? found : ((HandoffId, bool, string)?)null;
            return new LeadTraces(note?.Item1, note?.Item2, email is { } it && suppressed.Contains(it), mark?.Item1, mark?.Item2 ?? false, mark?.Item3);
        }
    }

    public bool Note(IntakeNote note, LeadTraces traces)
    {
        lock (gate)
        {
            var key = (note.Source, note.ExternalId);
            if (notes.TryGetValue(key, out var there) ? there.Tag != traces.EarlierTag : traces.EarlierTag is not null) return false;
            notes[key] = (note, NewTag());
            return true;
        }
    }

    public bool Claim(PersonClaim claim, string? tag)
    {
        lock (gate)
        {
            mentions.Add(claim);
            var there = current.TryGetValue(claim.Email, out var mark);
            if (there && mark.Handoff == claim.Handoff && mark.Lives && !suppressed.Contains(claim.Email)) return true;
            if (there ? mark.Tag != tag : tag is not null) return false;
            current[claim.Email] = (claim.Handoff, true, NewTag());
            return true;
        }
    }

    public void Mention(PersonClaim mention)
    {
        lock (gate) mentions.Add(mention);
    }

    public bool Settle(PersonClaim claim, bool lives, string? tag)
    {
        lock (gate)
        {
            mentions.Add(claim);
            var there = current.TryGetValue(claim.Email, out var mark);
            if (there ? mark.Tag != tag : tag is not null) return false;
            current[claim.Email] = lives || !there || mark.Handoff == claim.Handoff ? (claim.Handoff, lives, NewTag()) : mark with { Tag = NewTag() };
            return true;
        }
    }

    public string? ClaimOf(EmailAddress email, HandoffId handoff)
    {
        lock (gate) return current.TryGetValue(email, out var mark) && mark.Handoff == handoff && mark.Lives ? mark.Tag : null;
    }

    public bool Release(EmailAddress email, HandoffId handoff, string tag)
    {
        lock (gate)
        {
            if (!current.TryGetValue(email, out var mark) || mark.Tag != tag) return false;
            current[email] = (handoff, false, NewTag());
            return true;
        }
    }

    public void Suppress(EmailAddress email)
    {
        lock (gate)
        {
            suppressed.Add(email);
            if (current.TryGetValue(email, out var mark)) current[email] = mark with { Tag = NewTag() };
        }
    }

    public IReadOnlyList<HandoffId> Of(Func<PersonClaim, bool> whose)
    {
        lock (gate) return [.. mentions.Where(whose).Select(m => m.Handoff).Distinct()];
    }

    private string NewTag() => (++tags).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A process's way to the lead index.</summary>
public sealed class MemoryLeadIndex(MemoryLeadRows rows, Wire wire) : ILeadIndex
{
    public Task<LeadTraces> LookUpAsync(string source, string externalId, EmailAddress? email, CancellationToken cancellation) =>
        wire.CallAsync("index.lookUp", () => rows.LookUp(source, externalId, email));

    public async Task<bool> NoteAsync(IntakeNote note, LeadTraces traces, PersonClaim? claim, CancellationToken cancellation)
    {
        var noted = await wire.CallAsync("index.note", () => rows.Note(note, traces));
        return (claim is null || await wire.CallAsync("index.claim", () => rows.Claim(claim, traces.CurrentTag))) && noted;
    }

    public async Task ReleaseAsync(EmailAddress email, HandoffId handoff, Func<CancellationToken, Task<bool>> isClosed, CancellationToken cancellation)
    {
        while (await wire.CallAsync("index.claimOf", () => rows.ClaimOf(email, handoff)) is { } tag && await isClosed(cancellation)
            && !await wire.CallAsync("index.release", () => rows.Release(email, handoff, tag)))
        {
        }
    }

    public async Task<Settled> SettleAsync(PersonClaim claim, Func<CancellationToken, Task<bool>> isOpen, CancellationToken cancellation)
    {
        while (true)
        {
            var traces = await wire.CallAsync("index.marks", () => rows.LookUp("", "", claim.Email));
            if (traces is { CurrentLives: true, Current: { } other } && other != claim.Handoff) return new Settled.Elsewhere(other);
            var lives = !traces.Suppressed && await isOpen(cancellation);
            if (await wire.CallAsync("index.settle", () => rows.Settle(claim, lives, traces.CurrentTag)) && (traces.Suppressed || lives == await isOpen(cancellation)))
                return traces.Suppressed ? new Settled.Suppressed() : new Settled.Own();
        }
    }

    public Task MentionAsync(PersonClaim mention, CancellationToken cancellation) => wire.CallAsync("index.mention", () => rows.Mention(mention));

    public Task SuppressAsync(EmailAddress email, EmailAddress by, DateTimeOffset at, CancellationToken cancellation) =>
        wire.CallAsync("index.suppress", () => rows.Suppress(email));

    public Task<IReadOnlyList<HandoffId>> OfPersonAsync(EmailAddress email, CancellationToken cancellation) =>
        wire.CallAsync("index.ofPerson", () => rows.Of(c => c.Email == email));

    public Task<IReadOnlyList<HandoffId>> OfCompanyAsync(string company, CancellationToken cancellation) =>
        wire.CallAsync("index.ofCompany", () => rows.Of(c => c.Company == company));
}
