using System.Globalization;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Funnel;

/// <summary>Carries out the commands about people: <c>away</c>, <c>back</c>, <c>settings</c>, and <c>suggest</c>.</summary>
public sealed class PeopleCommands(PeopleDesk people, SuggestionDesk suggestions, Terms terms)
{
    /// <summary>The answer to one of those commands.</summary>
    public async Task<FunnelReport> AnswerAsync(FunnelCommand command, FunnelScene scene, CancellationToken cancellation) => command switch
    {
        FunnelCommand.Away it => await AwayAsync(it, scene, cancellation),
        FunnelCommand.Back it => await BackAsync(it, scene, cancellation),
        FunnelCommand.Settings => SettingsReport.Of(terms, scene),
        FunnelCommand.Suggest it => await SuggestAsync(it, scene, cancellation),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is not about people."),
    };

    private async Task<FunnelReport> AwayAsync(FunnelCommand.Away command, FunnelScene scene, CancellationToken cancellation)
    {
        var (wrong, whom) = Whom(command.Rep, scene.Asker);
        if (wrong is not null)
        {
            return Refused(wrong, scene);
        }

        if (await people.AwayAsync(whom!, command.Until, scene.Asker, scene.Now, cancellation) is PersonAnswer.Refused refused)
        {
            return Refused(refused.Why, scene);
        }

        var now = terms.Roster.Anybody(whom!.Email);
        var texts = scene.Texts;
        var who = new Span.Someone(whom.Email, whom.Name);
        var done = Phrase.Of(texts, "AwayDone", who, command.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Done(scene, now.Absence?.IsLongerThan(terms.HandBackAfter) == true ? [done, Phrase.Of(texts, "AwayHandsBack", who, terms.HandBackAfter.TotalDays)] : [done]);
    }

    private async Task<FunnelReport> BackAsync(FunnelCommand.Back command, FunnelScene scene, CancellationToken cancellation)
    {
        var (wrong, whom) = Whom(command.Rep, scene.Asker);
        return wrong is not null ? Refused(wrong, scene)
            : await people.BackAsync(whom!, scene.Asker, scene.Now, cancellation) is PersonAnswer.Refused refused ? Refused(refused.Why, scene)
            : Done(scene, [Phrase.Of(scene.Texts, "BackDone", new Span.Someone(whom!.Email, whom.Name))]);
    }

    private async Task<FunnelReport> SuggestAsync(FunnelCommand.Suggest command, FunnelScene scene, CancellationToken cancellation)
    {
        if (scene.Asker.Roles == Roles.None)
        {
            return Refused(new Refusal.NotYourRole("rep"), scene);
        }

        if (command.Company.Length > Suggestion.LongestCompany || command.Why.Length > Suggestion.LongestWhy)
        {
            return Done(scene, [scene.Texts.Format("SuggestTooLong", Suggestion.LongestCompany, Suggestion.LongestWhy)], Tone.Warning);
        }

        await suggestions.SuggestAsync(command.Company, command.Why, scene.Asker, scene.Now, cancellation);
        return Done(scene, [Phrase.Of(scene.Texts, "SuggestDone", new Span.Quoted(LeadText.OneLine(command.Company, Suggestion.LongestCompany)))]);
    }

    // By address, by the part before its @, or by name; nobody named means the asker.
    private (Refusal? Wrong, Person? Whom) Whom(string? named, Person asker) => named is null ? (null, asker)
        : RosterSearch.Find(terms.Roster, named) switch
        {
            [var one] => (null, one),
            [] => (new Refusal.UnknownPerson(named), null),
            var several => (new Refusal.SeveralPeople(named, [.. several.Select(p => p.Email)]), null),
        };

    private FunnelReport Refused(Refusal why, FunnelScene scene) =>
        Done(scene, [RefusalText.Of(why, scene.Locale, scene.Asker.TimeZone, terms)], Tone.Warning);

    private static FunnelReport Done(FunnelScene scene, IReadOnlyList<Line> lines, Tone tone = Tone.Good) =>
        FunnelReport.Of(scene.Texts, lines[0], [new CardSection.Paragraph(lines, tone)], null, CardKind.Notice);
}
