using Baton.AdaptiveCards;
using Baton.Bot.Api;
using Baton.Bot.Teams;
using Baton.Bot.Tokens;
using Baton.Bot.WebConsole;
using Baton.Bot.Workers;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Desk;
using Baton.Handoffs.Dashboard;
using Baton.Handoffs.Digests;
using Baton.Handoffs.Erasing;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Nudges;
using Baton.Handoffs.People;
using Baton.Handoffs.Places;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Replicas;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Webhooks;
using Baton.Slack;
using Baton.Slack.Api.Tokens;
using Baton.Teams;
using Baton.Teams.Places;
using Baton.Tables;
using Baton.Tables.Sqlite;
using Baton.Web.Console;
using Baton.Web.Console.Messages;
using Baton.Webhooks;

namespace Baton.Bot.Composition;

/// <summary>Puts the product together.</summary>
internal static class BatonServices
{
    /// <summary>Adds everything but the clock, which the command chooses.</summary>
    public static IServiceCollection AddBaton(this IServiceCollection services, IConfiguration configuration, Settings settings, Pulse pulse) => services
        .AddSingleton(settings)
        .AddSingleton(settings.Terms)
        .AddSingleton(settings.Terms.Roster)
        .AddSingleton(pulse)
        .AddStore(settings.Store)
        .AddReplicas(settings.Store)
        .AddDesks(settings)
        .AddOutbox()
        .AddHooks(settings)
        .AddApi(configuration)
        .AddConsole(configuration, new ConsoleCards(card => AdaptiveCardRenderer.Render(card).ToObject(), AdaptiveCardInputs.Read))
        .AddSingleton<IConsoleMessages, TableConsoleMessages>()
        .AddSingleton<IMessageCopies, ConsoleMessageCopies>()
        .AddSlackAsConfigured(settings.Slack)
        .AddTeamsAsConfigured(settings);

    /// <summary>Adds the workers that deliver and sweep; without them the store is only read and written.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services) => services
        .AddSingleton<IReadiness, WorkerReadiness>()
        .AddSingleton<Farewell>()
        .AddSingleton<IReadiness>(s => s.GetRequiredService<Farewell>())
        .AddHostedService(s => s.GetRequiredService<Farewell>())
        .Configure<HostOptions>(host => host.ShutdownTimeout = Farewell.Limit)
        .AddHostedService<LeaseKeeper>()
        .AddHostedService<DeliveryWorker>()
        .AddHostedService<HookWorker>()
        .AddHostedService<Sweeper>()
        .AddHostedService<PlatformMeter>();

    private static IServiceCollection AddStore(this IServiceCollection services, StoreOptions store) => services
        .AddEngine(store)
        .AddSingleton<IHandoffStore, TableHandoffStore>()
        .AddSingleton(s => new TableAgenda(s.GetRequiredService<ITableEngine>(), store.Shards))
        .AddSingleton<IAgenda>(s => s.GetRequiredService<TableAgenda>())
        .AddSingleton<ILeadIndex, TableLeadIndex>()
        .AddSingleton<IPersonTraces, TablePersonTraces>()
        .AddSingleton<IIdempotencyKeys, TableIdempotencyKeys>()
        .AddSingleton<IFacts, TableFacts>()
        .AddSingleton<IFeedbackThreads, TableFeedbackThreads>()
        .AddSingleton<IDigestLog, TableDigestLog>()
        .AddSingleton<IPeopleStore, TablePeople>()
        .AddSingleton<IInboxes, TableInboxes>()
        .AddSingleton<ISuggestions, TableSuggestions>()
        .AddSingleton<IStuckEffects, TableStuckEffects>()
        .AddSingleton<ILostPlaces, TableLostPlaces>()
        .AddSingleton<IWaitingCards, TableWaitingCards>();

    // Processes on one file are told apart by seats, which their system frees.
    private static IServiceCollection AddReplicas(this IServiceCollection services, StoreOptions store) => services
        .AddSingleton(new LeaseTimes())
        .AddSingleton(_ => new FileSeat(store.Path))
        .AddSingleton(s => new ShardLeases(
            s.GetRequiredService<ITableEngine>(), store.Shards, () => store.IsFile ? s.GetRequiredService<FileSeat>().Name : "", s.GetRequiredService<LeaseTimes>(), TimeProvider.System, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<IReplicas>(s => s.GetRequiredService<ShardLeases>());

    private static IServiceCollection AddDesks(this IServiceCollection services, Settings settings) => services
        .AddSingleton(RulesText.Of(settings.Scoring, settings.Routing))
        .AddSingleton(settings.Digests.Schedule())
        .AddSingleton<IReadOnlyList<DigestRecipient>>(settings.DigestRecipients)
        .AddSingleton<SafetyWakes>()
        .AddSingleton<HandoffDesk>()
        .AddSingleton<LeadDesk>()
        .AddSingleton<KeyDesk>()
        .AddSingleton<ErasureDesk>()
        .AddSingleton<RepairDesk>()
        .AddSingleton<RepairCommands>()
        .AddSingleton<RulesCommands>()
        .AddSingleton<SceneMaker>()
        .AddSingleton(settings.Dashboard)
        .AddSingleton(new DashboardPasses(settings.Dashboard.Keys, TimeProvider.System))
        .AddSingleton<DashboardLinks>()
        .AddSingleton<DashboardDesk>()
        .AddSingleton<FunnelDesk>()
        .AddSingleton<DigestDesk>()
        .AddSingleton<PeopleDesk>()
        .AddSingleton<SuggestionDesk>()
        .AddSingleton<PeopleCommands>()
        .AddSingleton<HomeDesk>()
        .AddSingleton<GreetingDesk>()
        .AddSingleton<IChatDesk, ChatDesk>();

    private static IServiceCollection AddSlackAsConfigured(this IServiceCollection services, SlackOptions slack) =>
        slack.IsOn ? services.AddSlack(slack).AddSingleton<ISlackGrants, TableSlackGrants>().AddSlackEdge(slack) : services;

    private static IServiceCollection AddTeamsAsConfigured(this IServiceCollection services, Settings settings) => settings.Teams.IsOn
        ? services.AddTeamsWire(settings.Teams).AddSingleton<ITeamsMemory, TableTeamsMemory>().AddTeamsEdge(new PlacesInUse(settings.PlacesOf(TeamsPlatform.PlatformName)))
        : services;

    private static IServiceCollection AddHooks(this IServiceCollection services, Settings settings) => services
        .AddWebhooks(settings.Webhooks)
        .AddSingleton<HookLines>()
        .AddSingleton<IHookLines>(s => s.GetRequiredService<HookLines>())
        .AddSingleton<HookMemory>()
        .AddSingleton<HookHealth>()
        .AddSingleton<HookHandler>()
        .AddSingleton<HookCalls>()
        .AddSingleton<HookRunner>();

    private static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<DeadLetterMeter>()
        .AddSingleton<DeliveryQueue>()
        .AddSingleton<IDeliveries>(s => s.GetRequiredService<DeliveryQueue>())
        .AddSingleton<WorkerHealth>()
        .AddSingleton<Pacer>()
        .AddSingleton<ChatSender>()
        .AddSingleton<PlaceHealth>()
        .AddSingleton<IPlaceHealth>(s => s.GetRequiredService<PlaceHealth>())
        .AddSingleton<PlaceDesk>()
        .AddSingleton<WaitingDesk>()
        .AddSingleton<DirectSender>()
        .AddSingleton<CardPlacing>()
        .AddSingleton<CardHandler>()
        .AddSingleton<FeedbackHandler>()
        .AddSingleton<InboxDesk>()
        .AddSingleton<InboxTimeline>()
        .AddSingleton<InboxRunner>()
        .AddSingleton<PersonRunner>()
        .AddSingleton<NudgeHandler>()
        .AddSingleton<EffectHandlers>()
        .AddSingleton<Deliverer>()
        .AddSingleton<Runner>();
}
