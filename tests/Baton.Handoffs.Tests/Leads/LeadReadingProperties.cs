using Baton.Handoffs.Leads;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Leads;

public sealed class LeadReadingProperties
{
    [Fact]
    public void Any_json_is_a_lead_or_named_errors_and_never_an_exception() =>
        Prop.ForAll(AnyJson.Value.ToArbitrary(), json => Reading.Of(json) switch
        {
            LeadReading.Ok ok => ok.Lead.ExternalId.Length is > 0 and <= LeadLimits.MaxKeyText && ok.Lead.Source.Length > 0 && ok.Lead.Score is null or (>= 0 and <= 100),
            LeadReading.Wrong wrong => wrong.Errors.Count > 0 && wrong.Errors.All(e => e.Rule.Length > 0 && e.Value.Length <= FieldError.MaxShown + 1),
            _ => false,
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_an_address_in_its_normal_form_or_none() =>
        Prop.ForAll<string>(text => !EmailAddress.TryParse(text, out var email) || EmailAddress.Parse(email.Value) == email).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_can_be_shown_on_one_short_line() =>
        Prop.ForAll<string>(text => FieldError.Shown(text) is var shown && shown.Length <= FieldError.MaxShown + 1 && !shown.Any(char.IsControl)).QuickCheckThrowOnFailure();
}
