using Baton.Bot.Import;
using Baton.Handoffs.Dashboard;
using Baton.Handoffs.Digests;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Sla;
using Baton.Slack;
using Baton.Teams;
using Baton.Web.Console;
using Baton.Webhooks;

namespace Baton.Bot.Composition;

/// <summary>Reads the configuration: where to store, and what both departments agreed on, and says everything that is wrong with it at once.</summary>
internal static class SettingsReader
{
    private const string CalendarsSection = "Calendars";
    private const string SlaSection = "Sla";

    /// <summary>The settings, or what is wrong: each line names the key, the value and what would be right.</summary>
    public static (Settings? Settings, IReadOnlyList<string> Errors) Read(IConfiguration configuration)
    {
        var errors = new List<string>();
        var store = Section<StoreOptions>(configuration, StoreOptions.Section, errors);
        var scoring = Section<ScoringOptions>(configuration, ScoringOptions.Section, errors);
        var routing = Section<RoutingOptions>(configuration, RoutingOptions.Section, errors);
        var digests = Section<DigestOptions>(configuration, DigestOptions.Section, errors);
        var reasons = Section<ReasonsOptions>(configuration, ReasonsOptions.Section, errors);
        var people = Section<List<PersonOptions>>(configuration, PersonOptions.Section, errors);
        var console = Section<ConsoleOptions>(configuration, ConsoleOptions.Section, errors);
        var slack = Section<SlackOptions>(configuration, SlackOptions.Section, errors);
        var teams = Section<TeamsOptions>(configuration, TeamsOptions.Section, errors);
        var dashboard = Section<DashboardOptions>(configuration, DashboardOptions.Section, errors);
        var webhooks = Section<Dictionary<string, WebhookOptions>>(configuration, WebhookOptions.Section, errors);
        errors.AddRange(WebhookOptionsErrors.Of(webhooks));
        errors.AddRange(new TeamsOptionsValidator().Validate(null, teams).Failures ?? []);
        errors.AddRange(new ConsoleOptionsValidator().Validate(null, console).Failures ?? []);
        errors.AddRange(new SlackOptionsValidator().Validate(null, slack).Failures ?? []);
        errors.AddRange(Section<ImportOptions>(configuration, ImportOptions.Section, errors).Validate());
        errors.AddRange(PlaceErrors.Of(routing, digests, console, slack, teams));
        errors.AddRange([.. store.Validate(), .. scoring.Validate(), .. routing.Validate(), .. digests.Validate(), .. reasons.Validate(), .. dashboard.Validate()]);
        var sla = Sla(configuration, errors);
        errors.AddRange(OfPeople(people, routing, sla));
        errors.AddRange(OfPools(routing, people, sla));
        return errors.Count > 0 || sla is null
            ? (null, errors)
            : (new Settings(store, scoring, routing, digests, slack, teams, dashboard, HookEndpoint.Of(webhooks), Make(scoring, routing, digests, reasons, people, sla) with { Hooks = HookEndpoint.HooksOf(webhooks) }), errors);
    }

    /// <summary>The settings, or null after telling on standard error what is wrong.</summary>
    public static Settings? ReadOrExplain(IConfiguration configuration)
    {
        var (settings, errors) = Read(configuration);
        if (settings is null)
        {
            System.Console.Error.WriteLine($"The configuration is wrong in {errors.Count} place(s):");
            foreach (var error in errors)
            {
                System.Console.Error.WriteLine($"  {error}");
            }
        }

        return settings;
    }

    private static Terms Make(ScoringOptions scoring, RoutingOptions routing, DigestOptions digests, ReasonsOptions reasons, List<PersonOptions> people, SlaPolicies sla)
    {
        var router = new LeadRouter(routing);
        var triage = new Triage(new LeadScorer(scoring), scoring, router);
        return new Terms
        {
            Reasons = reasons.Catalogue(),
            Sla = sla,
            Roster = new Roster(people.ConvertAll(p => p.ToPerson())),
            Assess = triage.Assess,
            NotAsked = (lead, found) => router.NotAsked(lead, found.Score, found.Tier),
            PoolRoute = router.Named,
            Pools = router.Pools,
            HopLimit = routing.HopLimit,
            FallbackOwner = routing.FallbackOwner is { } fallback ? EmailAddress.Parse(fallback) : null,
            HandBackAfter = TimeSpan.FromDays(routing.HandBackAfterDays),
            Marketing = Place.Parse(routing.Marketing),
            ReviewZone = digests.TimeZone,
        };
    }

    private static T Section<T>(IConfiguration configuration, string section, List<string> errors)
        where T : new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>(o => o.ErrorOnUnknownConfiguration = true) ?? new T();
        }
        catch (InvalidOperationException error)
        {
            errors.Add($"{section}: {error.Message}");
            return new T();
        }
    }

    private static SlaPolicies? Sla(IConfiguration configuration, List<string> errors)
    {
        var calendars = DefaultSla.Calendars();
        foreach (var (name, own) in Section<Dictionary<string, CalendarOptions>>(configuration, CalendarsSection, errors))
        {
            calendars[name] = own;
        }

        var sets = HolidayFiles.Read(calendars, errors);
        switch (SlaPolicies.Parse(Section<SlaOptions>(configuration, SlaSection, errors), calendars, sets))
        {
            case SlaResult.Ok ok:
                return ok.Policies;
            case SlaResult.Invalid wrong:
                errors.AddRange(wrong.Errors.Select(e => e.ToString()));
                return null;
            default:
                throw new InvalidOperationException("A result is right or wrong.");
        }
    }

    private static IEnumerable<string> OfPeople(List<PersonOptions> people, RoutingOptions routing, SlaPolicies? sla)
    {
        var pools = routing.EffectivePools.Select(p => p.Name).ToList();
        for (var at = 0; at < people.Count; at++)
        {
            foreach (var error in people[at].Validate(at, pools, name => sla?.Calendars.Knows(name) != false))
            {
                yield return error;
            }

            if (people.Take(at).Any(p => string.Equals(p.Email.Trim(), people[at].Email.Trim(), StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"{PersonOptions.Section}:{at}:Email is \"{people[at].Email}\"; expected an address that nobody else has";
            }
        }

        if (routing.FallbackOwner is { } fallback && people.TrueForAll(p => !string.Equals(p.Email.Trim(), fallback.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"{RoutingOptions.Section}:FallbackOwner is \"{fallback}\"; expected the address of one of People";
        }
    }

    private static IEnumerable<string> OfPools(RoutingOptions routing, List<PersonOptions> people, SlaPolicies? sla)
    {
        foreach (var (at, pool) in routing.EffectivePools.Index())
        {
            if (people.Count > 0 && !people.Exists(p => p.Pools.Contains(pool.Name)))
            {
                yield return $"{RoutingOptions.Section}:Pools:{at}:Name is \"{pool.Name}\"; expected at least one of People to be in it, or nobody could take its leads";
            }

            if (sla?.Calendars.Knows(pool.Calendar) == false && pool.Calendar != new PoolOptions().Calendar)
            {
                yield return $"{RoutingOptions.Section}:Pools:{at}:Calendar is \"{pool.Calendar}\"; expected one of {string.Join(", ", sla.Calendars.Names)}";
            }
        }
    }
}
