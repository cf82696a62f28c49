using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Chat.Desk;

/// <summary>What people do in chat, the same on every platform: clicks, refreshes, commands and replies.</summary>
public sealed class ChatDesk(HandoffDesk desk, IHandoffStore store, CardHandler cards, IFeedbackThreads threads, FunnelDesk funnel, HomeDesk home, TimeProvider time) : IChatDesk
{
    private Terms Terms => desk.Terms;

    /// <inheritdoc />
    public async Task<ClickAnswer> ClickAsync(Click click, CancellationToken cancellation)
    {
        var (now, actor) = (time.GetUtcNow(), Known(click.Actor));
        var reader = CardReader.Of(actor);
        if (click.Verb == Verbs.History)
        {
            return await HistoryAsync(click.Handoff, reader, cancellation);
        }

        switch (IntentForm.Read(click.Verb, click.Inputs, actor, Terms))
        {
            case IntentReading.Wrong wrong:
                return new ClickAnswer.Invalid(wrong.Errors);
            case IntentReading.Ok ok:
                return await desk.HandleAsync(click.Handoff, ok.Intent, actor, now, cancellation) switch
                {
                    DeskAnswer.Done done when click.Topic.Length == 0 => new ClickAnswer.Done(new Lazy<Card>(() => HandoffCard.Of(done.Handoff, reader, Terms, now))),
                    DeskAnswer.Done done => new ClickAnswer.Done(await ViewAsync(done.Handoff, click.Topic, reader, now, cancellation)),
                    DeskAnswer.Refused refused when WrongInput.Of(click.Verb, refused.Why) is { } input =>
                        new ClickAnswer.Invalid(new Dictionary<string, string> { [input] = RefusalText.Of(refused.Why, actor.Locale, actor.TimeZone, Terms) }),
                    DeskAnswer.Refused refused => new ClickAnswer.Refused(
                        RefusalText.Of(refused.Why, actor.Locale, actor.TimeZone, Terms),
                        await ViewAsync(refused.Handoff, click.Topic, reader, now, cancellation)),
                    _ => NotFound(click.Handoff, reader),
                };
            default:
                throw new InvalidOperationException("A reading is right or wrong.");
        }
    }

    /// <inheritdoc />
    public async Task<Card?> RefreshAsync(HandoffId handoff, string topic, EmailAddress actor, CancellationToken cancellation) =>
        await store.LoadAsync(handoff, cancellation) is { } stored
            ? await cards.ViewAsync(stored.Handoff, topic, CardReader.Of(Known(actor)), time.GetUtcNow(), cancellation)
            : null;

    /// <inheritdoc />
    public Task<CommandAnswer> CommandAsync(string text, EmailAddress actor, Place place, CancellationToken cancellation) =>
        funnel.AnswerAsync(text, Known(actor), time.GetUtcNow(), cancellation);

    /// <inheritdoc />
    public Task<HomeView> HomeAsync(EmailAddress actor, CancellationToken cancellation) => home.HomeAsync(actor, cancellation);

    /// <inheritdoc />
    public Task<ClickAnswer> PersonalClickAsync(PersonalClick click, CancellationToken cancellation) => home.ClickAsync(click, cancellation);

    /// <inheritdoc />
    public Task ReplyAsync(ThreadReply reply, CancellationToken cancellation) =>
        NoteAsync(reply.Place, reply.ThreadId, reply.MessageId, reply.Handoff, Known(reply.Actor), id => new Intent.Remark(reply.Text, id), cancellation);

    /// <inheritdoc />
    public Task ReplyEditedAsync(ThreadReply edited, CancellationToken cancellation) => NoteAsync(
        edited.Place, edited.ThreadId, edited.MessageId, edited.Handoff, Known(edited.Actor), id => new Intent.EditRemark(edited.Text, id, edited.WrittenAt ?? time.GetUtcNow()), cancellation);

    /// <inheritdoc />
    public Task ReplyDeletedAsync(Place place, string threadId, string messageId, EmailAddress? actor, CancellationToken cancellation) =>
        NoteAsync(place, threadId, messageId, null, actor is { } who ? Known(who) : Person.Baton, id => new Intent.DeleteRemark(id), cancellation);

    // What comes first says which handoff the message is about; what comes later about the same message goes there too, whatever the thread talks about by then.
    private async Task NoteAsync(Place place, string threadId, string messageId, HandoffId? known, Person actor, Func<string, Intent> intent, CancellationToken cancellation)
    {
        var remembered = await threads.AboutAsync(place, messageId, cancellation);
        if ((remembered ?? known ?? await threads.AboutAsync(place, threadId, cancellation)) is not { } about)
        {
            return;
        }

        if (remembered is null)
        {
            await threads.RememberAsync(place, messageId, messageId, about, cancellation);
        }

        await desk.HandleAsync(about, intent($"{place}/{messageId}"), actor, time.GetUtcNow(), cancellation);
    }

    private async Task<ClickAnswer> HistoryAsync(HandoffId id, CardReader reader, CancellationToken cancellation)
    {
        if (await store.LoadAsync(id, cancellation) is not { } stored)
        {
            return NotFound(id, reader);
        }

        var timeline = await store.TimelineAsync(id, cancellation).ToListAsync(cancellation);
        return new ClickAnswer.Done(Timeline.Card(stored.Handoff, timeline, reader, Terms));
    }

    // A topic that does not exist shows the handoff's own card.
    private async Task<Card> ViewAsync(Handoff handoff, string topic, CardReader reader, DateTimeOffset now, CancellationToken cancellation) =>
        await cards.ViewAsync(handoff, topic, reader, now, cancellation) ?? HandoffCard.Of(handoff, reader, Terms, now);

    private static ClickAnswer.NotFound NotFound(HandoffId id, CardReader reader) =>
        new(Texts.Of<CardTexts>(reader.Locale).Format("notFound", id.Value));

    // Somebody whom nobody configured may look; every act is refused with the role that it needs.
    private Person Known(EmailAddress email) => Terms.Roster.Anybody(email);
}
