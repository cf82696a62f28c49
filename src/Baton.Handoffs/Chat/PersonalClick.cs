using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Chat;

/// <summary>A pressed button that is about the person and no handoff: those of <see cref="HomeView.Header"/>.</summary>
/// <param name="Verb">The button's <see cref="CardAction.Verb"/>.</param>
/// <param name="Actor">Who pressed, as the platform vouches for.</param>
/// <param name="Inputs">The button's data and the form's answers, by input id.</param>
public sealed record PersonalClick(string Verb, EmailAddress Actor, IReadOnlyDictionary<string, string> Inputs);
