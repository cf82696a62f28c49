using Baton.Handoffs.Chat.Desk;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Nudges;
using Baton.Handoffs.People;
using Baton.Handoffs.Places;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Replicas;
using Baton.Handoffs.Webhooks;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>The product's own classes over the doubles, as the host puts them together.</summary>
public sealed class Process : IDeliveries
{
    public Process(World world, Wire wire, IReplicas? replicas = null, TimeProvider? clock = null)
    {
        var time = clock ?? world.Clock;
        Wire = wire;
        Store = new MemoryHandoffStore(world.Handoffs, wire);
        Agenda = new MemoryAgenda(world.Wakes, wire);
        var index = new MemoryLeadIndex(world.Leads, wire);
        var sender = new ChatSender([new FakeChat(world.Chat, wire)], new Pacer(replicas), time, world.Pulse);
        var wakes = new SafetyWakes(Store, Agenda, world.Pulse, time);
        Desk = new HandoffDesk(Store, wakes, world.Terms, this, index);
        Leads = new LeadDesk(index, Store, wakes, Desk, this);
        var inboxes = new MemoryInboxes(world.Inboxes, wire);
        var inboxDesk = new InboxDesk(inboxes, Agenda, world.Pulse);
        var timeline = new InboxTimeline(Store, wakes, this, world.Terms);
        var lost = new MemoryLostPlaces(world.Places, wire);
        var direct = new DirectSender(sender, world.Terms, world.Pulse);
        Places = new PlaceHealth(lost, Agenda, world.Pulse, time);
        Waiting = new WaitingDesk(new MemoryWaitingCards(world.Waiting, wire), Agenda, Store, sender, world.Pulse, time);
        var cards = new CardHandler(sender, new CardPlacing(sender, direct, Places, Waiting, world.Terms), Places, Store, world.Terms);
        var feedback = new FeedbackHandler(sender, direct, new MemoryFeedbackThreads(world.Threads, wire), Places, Store, world.Terms);
        var nudges = new NudgeHandler(sender, Places, Store, inboxDesk, timeline, world.Terms, world.Pulse);
        var hooks = new HookHandler(new FakeHooks(world.Hooks), new HookHealth(Places, world.HookMemory, world.Pulse), Store, world.Terms, world.Pulse);
        var handlers = new EffectHandlers(cards, feedback, nudges, hooks, new MemoryFacts(world.Facts, world.FactsBegun, wire), index, Store, Leads, world.Terms);
        var stuck = new MemoryStuckEffects(world.Stuck, wire);
        Repairs = new RepairDesk(stuck, Store, wakes, this, Places, time);
        PlaceDesk = new PlaceDesk(lost, Agenda, sender, Repairs, world.Terms, world.Pulse, time);
        Deliverer = new Deliverer(Store, handlers, stuck, [Pages], new HookCalls(Lines, world.Terms, world.Pulse), world.Terms, world.Pulse, time, replicas);
        People = new PeopleDesk(new MemoryPeople(world.People, wire), Agenda, world.Terms, world.Pulse);
        Home = new HomeDesk(new MemoryFacts(world.Facts, world.FactsBegun, wire), Store, People, world.Terms, time);
        HookRunner = new HookRunner(Store, Agenda, Deliverer);
        Runner = new Runner(Store, Agenda, Deliverer, world.Terms, time);
        var inbox = new InboxRunner(inboxes, Store, timeline, sender, world.Terms, world.Pulse, time);
        Persons = new PersonRunner(People, inbox, Runner, new MemoryFacts(world.Facts, world.FactsBegun, wire), Agenda, wakes, world.Terms, time);
    }

    public Wire Wire { get; }

    public IHandoffStore Store { get; }

    public IAgenda Agenda { get; }

    public HandoffDesk Desk { get; }

    public LeadDesk Leads { get; }

    public Deliverer Deliverer { get; }

    public Runner Runner { get; }

    public HookRunner HookRunner { get; }

    /// <summary>What was handed over to be told to hooks.</summary>
    public HandedCalls Lines { get; } = new();

    public PeopleDesk People { get; }

    public HomeDesk Home { get; }

    public PersonRunner Persons { get; }

    public RepairDesk Repairs { get; }

    public PlaceHealth Places { get; }

    public PlaceDesk PlaceDesk { get; }

    public WaitingDesk Waiting { get; }

    public HeardPages Pages { get; } = new();

    /// <summary>What was asked to be delivered at once.</summary>
    public List<(HandoffId Id, Wake Safety)> Kicks { get; } = [];

    public void Kick(HandoffId id, Wake safety) => Kicks.Add((id, safety));
}
