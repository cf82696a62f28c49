using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Dashboard;
using Baton.Handoffs.Digests;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Funnel.Calibration;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Funnel;

/// <summary>Answers <c>/funnel</c>, the same in every place: reads the command, gathers the facts, and shows the figures or carries the command out.</summary>
public sealed class FunnelDesk(IHandoffStore store, SceneMaker scenes, HandoffDesk desk, PeopleCommands people, ISuggestions suggestions, DigestSchedule schedule, RulesView rules, RulesCommands trials, RepairCommands repairs, DashboardLinks dashboard)
{
    private Terms Terms => desk.Terms;

    /// <summary>The answer to what follows the command's name. Always one: what cannot be read gets the nearest command and an example.</summary>
    public async Task<CommandAnswer> AnswerAsync(string text, Person asker, DateTimeOffset now, CancellationToken cancellation)
    {
        var locale = Texts.Nearest(asker.Locale);
        var request = FunnelParser.Parse(text, locale);
        var scene = NeedsNoFacts(request.Command)
            ? scenes.Empty(asker, locale, now)
            : request.Command is FunnelCommand.Queue or FunnelCommand.Mine ? await scenes.OpenAsync(asker, locale, now, cancellation)
            : await scenes.OfAsync(PeriodOf(request.Command, now), asker, locale, now, cancellation);
        var report = await ReportAsync(request.Command, scene, cancellation);
        return new CommandAnswer(report.Card, request.Share && !report.IsPrivate, report.Data) { IsFixed = report.IsFixed };
    }

    private async Task<FunnelReport> ReportAsync(FunnelCommand command, FunnelScene scene, CancellationToken cancellation) => command switch
    {
        FunnelCommand.Rules => RulesReport.Of(rules, scene),
        FunnelCommand.RulesCalibration it => CalibrationReport.Of(it, rules, scene),
        FunnelCommand.RulesTest it => await trials.TestAsync(it, scene, cancellation),
        FunnelCommand.RulesTrial it => trials.Try(it, scene),
        FunnelCommand.DigestPreview => await DigestAsync(scene, cancellation),
        FunnelCommand.Lead lead => await LeadAsync(lead, scene, cancellation),
        FunnelCommand.Dashboard => dashboard.Answer(scene.Asker, scene.Locale, scene.Now),
        FunnelCommand.Audit => await repairs.ListAsync(scene, cancellation),
        FunnelCommand.AuditRetry it => await repairs.RetryAsync(it, scene, cancellation),
        FunnelCommand.Assign it => await ActAsync(it.LeadQuery, new Dictionary<string, string> { ["to"] = RepAddress(it.Rep) }, Verbs.Assign, scene, cancellation),
        FunnelCommand.Pause { Why: null } => Told(PauseNeedsWhy(scene), scene.Locale),
        FunnelCommand.Pause it => await ActAsync(it.LeadQuery, new Dictionary<string, string> { ["why"] = it.Why ?? "" }, Verbs.Pause, scene, cancellation),
        FunnelCommand.Resume it => await ActAsync(it.LeadQuery, new Dictionary<string, string>(), Verbs.Resume, scene, cancellation),
        FunnelCommand.Away or FunnelCommand.Back or FunnelCommand.Settings or FunnelCommand.Suggest => await people.AnswerAsync(command, scene, cancellation),
        _ => FunnelReports.Answer(command, scene) ?? throw new InvalidOperationException($"{command.GetType().Name} has no answer."),
    };

    private static bool NeedsNoFacts(FunnelCommand command) =>
        command is FunnelCommand.Help or FunnelCommand.Unknown or FunnelCommand.Incomplete or FunnelCommand.Rules or FunnelCommand.RulesTrial or FunnelCommand.Dashboard
            or FunnelCommand.Away or FunnelCommand.Back or FunnelCommand.Settings or FunnelCommand.Suggest or FunnelCommand.Pause { Why: null }
            or FunnelCommand.Audit or FunnelCommand.AuditRetry;

    // Null asks for everything: lists and searches know no period.
    private Period? PeriodOf(FunnelCommand command, DateTimeOffset now) => command switch
    {
        FunnelCommand.Overview it => it.Period.In(now, scenes.Zone),
        FunnelCommand.Reasons it => it.Period.In(now, scenes.Zone),
        FunnelCommand.Sla it => it.Period.In(now, scenes.Zone),
        FunnelCommand.Velocity it => it.Period.In(now, scenes.Zone),
        FunnelCommand.RulesCalibration it => it.Period.In(now, scenes.Zone),
        FunnelCommand.Export it => it.Period.In(now, scenes.Zone),
        FunnelCommand.DigestPreview => IsoWeek.Of(now, scenes.Zone).In(scenes.Zone),
        _ => null,
    };

    private async Task<FunnelReport> LeadAsync(FunnelCommand.Lead command, FunnelScene scene, CancellationToken cancellation)
    {
        // Facts follow a moment behind; an id is looked up in the handoff itself.
        var query = command.Query.Trim();
        if (HandoffId.IsWellFormed(query) && await store.LoadAsync(new HandoffId(query), cancellation) is { } stored)
        {
            return await TimelineAsync(FactOf.Handoff(stored.Handoff, Terms), scene, cancellation);
        }

        return LeadSearch.Find(scene.Facts, query) is [var one]
            ? await TimelineAsync(one, scene, cancellation)
            : LeadReport.Of(command, scene);
    }

    private async Task<FunnelReport> TimelineAsync(HandoffFact fact, FunnelScene scene, CancellationToken cancellation)
    {
        var timeline = Remarked.AsRead(await store.TimelineAsync(fact.Id, cancellation).ToListAsync(cancellation));
        var events = timeline.Select(e => new TimelineLine(e.At, Timeline.Line(e, scene.Locale, Terms))).ToList();

        var stored = await store.LoadAsync(fact.Id, cancellation);
        var handoff = stored?.Handoff;
        return LeadReport.Of(
            new LeadTimeline(
                fact,
                events,
                handoff is null ? [] : ClockLines.Of(handoff, scene.Locale, Terms, scene.Now),
                [.. handoff?.Route.Trace.Select(s => RouteLine.Of(s, scene.Locale)) ?? []]),
            scene);
    }

    private async Task<FunnelReport> ActAsync(string query, Dictionary<string, string> inputs, string verb, FunnelScene scene, CancellationToken cancellation)
    {
        var command = new FunnelCommand.Lead(query);
        var id = HandoffId.IsWellFormed(query.Trim()) ? new HandoffId(query.Trim())
            : LeadSearch.Find(scene.Facts, query) is [var one] ? one.Id
            : (HandoffId?)null;
        if (id is not { } handoff)
        {
            return LeadReport.Of(command, scene);
        }

        return IntentForm.Read(verb, inputs, scene.Asker, Terms) switch
        {
            IntentReading.Ok ok => await desk.HandleAsync(handoff, ok.Intent, scene.Asker, scene.Now, cancellation) switch
            {
                DeskAnswer.Done done => new FunnelReport(HandoffCard.Of(done.Handoff, CardReader.Of(scene.Asker), Terms, scene.Now), null),
                DeskAnswer.Refused no => Told(RefusalText.Of(no.Why, scene.Locale, scene.Asker.TimeZone, Terms), scene.Locale),
                _ => LeadReport.Of(command, scene),
            },
            IntentReading.Wrong wrong => Told(string.Join(' ', wrong.Errors.Values), scene.Locale),
            _ => throw new InvalidOperationException("A reading is right or wrong."),
        };
    }

    private async Task<FunnelReport> DigestAsync(FunnelScene scene, CancellationToken cancellation)
    {
        var week = IsoWeek.Of(scene.Now, schedule.Zone);
        var figures = WeeklyFigures.Count(scene.Facts, week, schedule, scene.Now) with { Suggestions = await suggestions.CountAsync(week.ToString(), cancellation) };
        return WeeklySummary.Of(figures, scene);
    }

    private static string PauseNeedsWhy(FunnelScene scene) =>
        $"{scene.Texts["PauseNeedsWhy"]} {scene.Texts.Format("ForExample", HelpTopic.Of(CommandWord.Pause).Example(scene.Locale))}";

    private static FunnelReport Told(string text, string locale) => new(
        new Card { Kind = CardKind.Notice, Locale = locale, Summary = Line.Plain(text), Sections = [new CardSection.Paragraph(Line.Plain(text), Tone.Warning)] },
        null);

    // A rep may be named by address, by name, or with an @ in front.
    private string RepAddress(string typed)
    {
        var name = typed.Trim().TrimStart('@');
        return RosterSearch.Find(Terms.Roster, name) is [var one] ? one.Email.Value : name;
    }
}
