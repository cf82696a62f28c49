using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Web.Tests.Console;

/// <summary>A desk that remembers what it was asked and answers what the test wants.</summary>
public sealed class FakeDesk : IChatDesk
{
    public List<Click> Clicks { get; } = [];

    public List<(string Text, EmailAddress Actor, Place Place)> Commands { get; } = [];

    public List<ThreadReply> Replies { get; } = [];

    public ClickAnswer OnClick { get; set; } = new ClickAnswer.NotFound("No such handoff.");

    public Func<HandoffId, EmailAddress, Card?> OnRefresh { get; set; } = (_, _) => null;

    public CommandAnswer OnCommand { get; set; } = new(Cards.Report("Nothing to report"), false, null);

    /// <summary>How many replies fail before one is taken.</summary>
    public int FailingReplies { get; set; }

    public Task<ClickAnswer> ClickAsync(Click click, CancellationToken cancellation)
    {
        Clicks.Add(click);
        return Task.FromResult(OnClick);
    }

    public Task<Card?> RefreshAsync(HandoffId handoff, string topic, EmailAddress actor, CancellationToken cancellation) => Task.FromResult(OnRefresh(handoff, actor));

    public Task<CommandAnswer> CommandAsync(string text, EmailAddress actor, Place place, CancellationToken cancellation)
    {
        Commands.Add((text, actor, place));
        return Task.FromResult(OnCommand);
    }

    public Task<HomeView> HomeAsync(EmailAddress actor, CancellationToken cancellation) => Task.FromResult(new HomeView(Cards.Report("Nothing waits"), [], 0));

    public Task<ClickAnswer> PersonalClickAsync(PersonalClick click, CancellationToken cancellation) => Task.FromResult(OnClick);

    public Task ReplyAsync(ThreadReply reply, CancellationToken cancellation)
    {
        Replies.Add(reply);
        return FailingReplies-- > 0 ? throw new InvalidOperationException("The handoff's store is away.") : Task.CompletedTask;
    }

    public Task ReplyEditedAsync(ThreadReply edited, CancellationToken cancellation) => throw new NotSupportedException("The console edits nothing.");

    public Task ReplyDeletedAsync(Place place, string threadId, string messageId, EmailAddress? actor, CancellationToken cancellation) =>
        throw new NotSupportedException("The console deletes nothing.");
}
