using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Tests.Doubles;
using Baton.Slack.Events;

namespace Baton.Slack.Tests.Events;

public sealed class OpenPagesTests
{
    private static readonly EmailAddress Robin = EmailAddress.Parse("robin@sales.example");
    private static readonly EmailAddress Ren = EmailAddress.Parse("ren@sales.example");
    private static readonly HandoffId One = new("one");
    private static readonly HandoffId Other = new("other");

    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
    private readonly OpenPages open;

    public OpenPagesTests() => open = new OpenPages(clock);

    [Fact]
    public void A_page_that_nobody_opened_follows_nothing()
    {
        open.Changed(One, [Robin]);

        Assert.False(Next().IsCompleted);
    }

    [Fact]
    public async Task A_page_follows_what_it_lists_and_what_is_the_persons_and_nothing_else()
    {
        Show("U1", Robin, One);
        Show("U2", Ren);
        Show("U3", EmailAddress.Parse("kim@sales.example"));

        open.Changed(Other, []);
        open.Changed(One, []);
        open.Changed(Other, [Ren]);

        Assert.Equal(["U1", "U2"], await TakenAsync(2));
    }

    [Fact]
    public async Task A_page_that_does_not_list_all_follows_everything()
    {
        open.Draw("U1", Robin);
        open.Drawn("U1", Page(1), "print");

        open.Changed(Other, []);

        Assert.Equal(["U1"], await TakenAsync(1));
    }

    [Fact]
    public async Task Beside_other_processes_the_pages_that_were_drawn_last_are_drawn_again_now_and_then()
    {
        using var others = new PagesOfOthers(open, new OneOfSeveral("one"), clock);
        for (var i = 0; i <= PagesOfOthers.Most; i++)
        {
            Show($"U{i}", EmailAddress.Parse($"rep{i}@sales.example"), One);
        }

        others.Look();

        Assert.DoesNotContain("U0", await TakenAsync(PagesOfOthers.Most));
    }

    [Fact]
    public void A_process_alone_draws_nothing_again()
    {
        using var alone = new PagesOfOthers(open, new OneOfSeveral("one", 1), clock);
        Show("U1", Robin, One);

        alone.Look();

        var next = Next();
        clock.Advance(OpenPages.Gathering);
        Assert.False(next.IsCompleted);
    }

    [Fact]
    public async Task A_burst_is_one_turn_and_not_before_it_was_gathered()
    {
        Show("U1", Robin, One);

        for (var i = 0; i < 50; i++)
        {
            open.Changed(One, [Robin]);
        }

        Assert.Equal(["U1"], await TakenAsync(1));
    }

    [Fact]
    public async Task What_changes_while_a_page_is_drawn_is_not_lost()
    {
        open.Draw("U1", Robin);
        open.Changed(One, []);
        open.Drawn("U1", Page(0), "print");

        Assert.Equal(["U1"], await TakenAsync(1));
    }

    [Fact]
    public void A_fingerprint_counts_only_while_it_is_known_what_the_person_sees()
    {
        Assert.Null(open.Draw("U1", Robin));
        open.Drawn("U1", Page(0), "print");

        Assert.Equal("print", open.Draw("U1", Robin));
        Assert.Null(open.Draw("U1", Robin));
    }

    [Fact]
    public async Task A_page_that_is_forgotten_follows_nothing_and_holds_up_nobody()
    {
        Show("U1", Robin, One);
        Show("U2", Ren, One);
        open.Changed(One, []);

        open.Forget("U1");

        Assert.Equal(["U2"], await TakenAsync(1));
    }

    [Fact]
    public async Task Of_more_pages_than_are_remembered_those_drawn_last_follow()
    {
        for (var i = 0; i <= OpenPages.Most; i++)
        {
            Show($"U{i}", EmailAddress.Parse($"rep{i}@sales.example"), One);
        }

        open.Changed(One, []);

        Assert.Equal(Enumerable.Range(1, OpenPages.Most).Select(i => $"U{i}"), (await TakenAsync(OpenPages.Most)).OrderBy(u => int.Parse(u[1..], System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static HomeView Page(int more, params HandoffId[] listed) => new(Card(null), [.. listed.Select(l => Card(l))], more);

    private static Card Card(HandoffId? handoff) => new() { Kind = CardKind.Notice, Locale = "en", Summary = Line.Plain("A card"), Sections = [], Handoff = handoff };

    private void Show(string userId, EmailAddress email, params HandoffId[] listed)
    {
        open.Draw(userId, email);
        open.Drawn(userId, Page(0, listed), "print");
    }

    private Task<string> Next() => open.NextAsync(default);

    // All that are due once everything was gathered, which are so many; nothing else is.
    private async Task<List<string>> TakenAsync(int pages)
    {
        var taken = new List<string>();
        var next = Next();
        Assert.False(next.IsCompleted);
        clock.Advance(OpenPages.Gathering);
        while (taken.Count < pages)
        {
            taken.Add(await next.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System));
            next = Next();
        }

        Assert.False(next.IsCompleted);
        return taken;
    }
}
