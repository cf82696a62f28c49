using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.People;
using FsCheck;
using FsCheck.Fluent;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs;

public sealed class RemarkTests
{
    private static readonly Intent Written = new Intent.Remark("They have five sites.", "m1");

    [Fact]
    public void The_newest_text_is_shown_and_the_one_before_stays_stored()
    {
        var story = A.Handoff().Does(Mika, Written).Does(Mika, Edited("They have six sites.", 1));

        Assert.Contains("Wrote (edited) · 森 美香 · They have six sites.", Shown(story, "en"), StringComparison.Ordinal);
        Assert.Contains("発言（編集済み）", Shown(story, "ja"), StringComparison.Ordinal);
        Assert.DoesNotContain("five", Shown(story, "en"), StringComparison.Ordinal);
        Assert.Equal("They have five sites.", Assert.Single(story.Timeline.OfType<HandoffEvent.Commented>()).Text);
    }

    [Fact]
    public void What_was_deleted_is_not_shown_any_more_and_stays_deleted()
    {
        var story = A.Handoff().Does(Mika, Written).Does(Mika, new Intent.DeleteRemark("m1"));

        Assert.DoesNotContain("sites", Shown(story, "en"), StringComparison.Ordinal);
        Assert.Contains("A reply was deleted · 森 美香", Shown(story, "en"), StringComparison.Ordinal);
        Assert.Equal(story.Timeline, story.Does(Mika, Written).Does(Mika, Edited("They have six sites.", 9)).Does(Mika, new Intent.DeleteRemark("m1")).Timeline);
    }

    [Fact]
    public void A_deletion_by_somebody_whom_the_platform_does_not_name_names_nobody() =>
        Assert.EndsWith("A reply was deleted", Shown(A.Handoff().Does(Mika, Written).Does(Person.Baton, new Intent.DeleteRemark("m1")), "en"), StringComparison.Ordinal);

    [Fact]
    public void An_edit_that_a_newer_one_overtook_changes_nothing()
    {
        var story = A.Handoff().Does(Mika, Written).Does(Mika, Edited("Seven.", 2));

        Assert.Equal(story.Timeline, story.Does(Mika, Edited("Six.", 1)).Does(Mika, Edited("Seven.", 2)).Does(Mika, Edited(" ", 3)).Timeline);
    }

    [Fact]
    public void In_whatever_order_and_however_often_it_arrives_people_read_the_same()
    {
        Intent[] all = [Written, Edited("They have six sites.", 1), Edited("They have seven sites.", 2), new Intent.Remark("Another.", "m2"), new Intent.DeleteRemark("m3"), new Intent.Remark("Gone.", "m3")];
        var expected = Read(all);
        var arrivals = from order in Gen.Shuffle(all)
                       from again in Gen.ListOf(Gen.Elements(all), 5)
                       select (Intent[])[.. order, .. again];

        Prop.ForAll(arrivals.ToArbitrary(), arrived => expected.SetEquals(Read(arrived))).QuickCheckThrowOnFailure();
        Assert.Equal(["They have seven sites.", "Another."], expected.Where(t => t.Length > 0));
    }

    private static Intent.EditRemark Edited(string text, int minute) => new(text, "m1", A.Morning.AddMinutes(minute));

    // The texts only: whether anybody saw a reply before it was deleted depends on the order.
    private static HashSet<string> Read(IEnumerable<Intent> arrived) =>
    [
        .. Remarked.AsRead(arrived.Aggregate(A.Handoff(), (story, intent) => story.Does(Mika, intent)).Timeline)
            .Select(e => e is HandoffEvent.Commented it ? it.Text : e is HandoffEvent.CommentEdited edit ? edit.Text : ""),
    ];

    private static string Shown(HandoffStory story, string locale) =>
        string.Join('\n', Timeline.Card(story.Handoff, story.Timeline, new CardReader(locale, null), story.Terms).Sections.OfType<CardSection.Paragraph>()
            .SelectMany(p => p.Lines).Select(l => string.Concat(l.Spans.Select(Text))));

    private static string Text(Span span) => span switch
    {
        Span.Plain it => it.Text,
        Span.Quoted it => it.Text,
        Span.Someone it => it.Name,
        _ => "",
    };
}
