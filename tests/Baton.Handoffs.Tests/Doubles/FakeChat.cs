using System.Globalization;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>A message on the fake platform, with every card that it has shown.</summary>
public sealed record ShownMessage(string Id, Place Place, string? ThreadId, string EffectId, List<Card> Cards)
{
    public Card Card => Cards[^1];
}

/// <summary>What a send meets.</summary>
public enum Fate
{
    /// <summary>It arrives and says so.</summary>
    Arrives,

    /// <summary>It fails before anything is sent.</summary>
    Fails,

    /// <summary>The platform asks to wait 30 seconds.</summary>
    MustWait,

    /// <summary>It arrives, and the answer is lost.</summary>
    ArrivesUnheard,

    /// <summary>It arrives twice.</summary>
    ArrivesTwice,

    /// <summary>It does not arrive, and nobody says so.</summary>
    IsLost,

    /// <summary>It never ends, whatever token is cancelled.</summary>
    Hangs,

    /// <summary>The place or message is gone.</summary>
    IsGone,

    /// <summary>The platform refuses.</summary>
    IsForbidden,

    /// <summary>The platform does not take the credential, whatever is asked of it.</summary>
    IsUnauthorized,

    /// <summary>The client has a bug.</summary>
    Throws,
}

/// <summary>A send as the test sees it before it happens.</summary>
public sealed record Send(string Kind, Place Place, string Key, Card? Card);

/// <summary>The world outside: what people see on the platform. It outlives processes.</summary>
public sealed class ChatWorld
{
    // Guards the list.
    private readonly Lock gate = new();
    private readonly List<ShownMessage> messages = [];

    /// <summary>Decides what a send meets.</summary>
    public Func<Send, Fate> Fate { get; set; } = _ => Doubles.Fate.Arrives;

    /// <summary>Decides what a reply in a thread meets, where the send as such arrives.</summary>
    public Func<Send, string, Fate> Replying { get; set; } = (_, _) => Doubles.Fate.Arrives;

    /// <summary>Whether earlier messages can be looked for.</summary>
    public bool CanLook { get; set; } = true;

    public TimeSpan Pace { get; set; } = TimeSpan.Zero;

    public HashSet<EmailAddress> Strangers { get; } = [];

    public IReadOnlyList<ShownMessage> Messages
    {
        get
        {
            lock (gate) return [.. messages];
        }
    }

    public IEnumerable<ShownMessage> In(string place) => Messages.Where(m => m.Place == Place.Parse(place));

    public ShownMessage Add(Post post)
    {
        lock (gate)
        {
            var message = new ShownMessage("m" + (messages.Count + 1).ToString(CultureInfo.InvariantCulture), post.Place, post.ThreadId, post.EffectId, [post.Card]);
            messages.Add(message);
            return message;
        }
    }

    public ShownMessage? Find(Func<ShownMessage, bool> which) => Messages.FirstOrDefault(which);
}

/// <summary>A process's way to the platform.</summary>
public sealed class FakeChat(ChatWorld world, Wire wire) : IChatPlatform
{
    public const string Console = "console";

    public string Name => Console;

    public TimeSpan Pace => world.Pace;

    public string LocaleOf(Place place) => "ja";

    public Task<SendResult> PostAsync(Post post, CancellationToken cancellation) =>
        SendAsync(new Send("post", post.Place, post.EffectId, post.Card), post.ThreadId, () => new MessageRef(post.Place, world.Add(post).Id));

    public Task<SendResult> UpdateAsync(MessageRef message, Card card, CancellationToken cancellation) =>
        SendAsync(new Send("update", message.Place, message.Id, card), null, () =>
        {
            world.Find(m => m.Id == message.Id && m.Place == message.Place)?.Cards.Add(card);
            return message;
        });

    public async Task<Place?> DirectPlaceAsync(EmailAddress person, CancellationToken cancellation)
    {
        var fate = world.Fate(new Send("direct", default, person.Value, null));
        if (fate == Fate.Hangs) await Never();
        if (fate == Fate.IsUnauthorized) throw new FakeUnavailableException { IsUnauthorized = true };
        return await wire.CallAsync("chat.direct", Place? () => fate == Fate.Throws ? throw new InvalidOperationException("A bug.") : world.Strangers.Contains(person) ? null : new Place(Console, "@" + person));
    }

    public async Task<MessageRef?> FindAsync(Place place, string? threadId, string effectId, CancellationToken cancellation)
    {
        var fate = world.Fate(new Send("find", place, effectId, null));
        if (fate == Fate.Hangs) await Never();
        if (fate == Fate.IsUnauthorized) throw new FakeUnavailableException { IsUnauthorized = true };
        return await wire.CallAsync("chat.find", () => world.CanLook && world.Find(m => m.Place == place && m.ThreadId == threadId && m.EffectId == effectId) is { } found ? new MessageRef(place, found.Id) : null);
    }

    private async Task<SendResult> SendAsync(Send send, string? thread, Func<MessageRef> arrive)
    {
        var fate = world.Fate(send);
        fate = fate == Fate.Arrives && thread is not null ? world.Replying(send, thread) : fate;
        if (fate == Fate.Hangs) await Never();
        return await wire.CallAsync<SendResult>("chat." + send.Kind, () => Meet(fate, arrive));
    }

    private static SendResult Meet(Fate fate, Func<MessageRef> arrive)
    {
        switch (fate)
        {
            case Fate.ArrivesUnheard:
                arrive();
                return new SendResult.Uncertain("The connection broke.");
            case Fate.ArrivesTwice:
                arrive();
                return new SendResult.Sent(arrive());
            default:
                return fate switch
                {
                    Fate.Fails => new SendResult.Failed("Refused connection."),
                    Fate.MustWait => new SendResult.RetryAfter(TimeSpan.FromSeconds(30)),
                    Fate.IsLost => new SendResult.Uncertain("The connection broke."),
                    Fate.IsGone => new SendResult.Gone("It was deleted."),
                    Fate.IsUnauthorized => new SendResult.Unauthorized("The secret has expired."),
                    Fate.IsForbidden => new SendResult.Forbidden("A scope is missing."),
                    Fate.Throws => throw new InvalidOperationException("A bug."),
                    _ => new SendResult.Sent(arrive()),
                };
        }
    }

    private static Task Never() => new TaskCompletionSource().Task;
}

/// <summary>The fake platform cannot be asked.</summary>
public sealed class FakeUnavailableException() : PlatformUnavailableException("The secret has expired.");
