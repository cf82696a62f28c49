using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Tests.Funnel;

/// <summary>A small company that asks.</summary>
internal static class Scenes
{
    public static readonly Person Sato = new() { Email = EmailAddress.Parse("sato@example.com"), Name = "佐藤 健", Roles = Roles.Rep, Pools = ["inside-sales"] };
    public static readonly Person Mori = new() { Email = EmailAddress.Parse("mori@example.com"), Name = "Mori Aoi", Roles = Roles.Manager | Roles.Rep, Pools = ["field"] };

    public static readonly IReadOnlyList<Reason> Reasons =
    [
        new() { Code = "too_small", Class = ReasonClass.Definitional, En = "Too small", Ja = "規模が小さい" },
        new() { Code = "missing_data", Class = ReasonClass.Clerical, En = "Data is missing", Ja = "情報が足りない" },
        new() { Code = "no_authority", Class = ReasonClass.Definitional, En = "No authority (before)", Ja = "決裁権なし(接触前)" },
        new() { Code = "no_authority", Class = ReasonClass.Disqualify, En = "No authority (after)", Ja = "決裁権なし(接触後)" },
    ];

    public static FunnelScene Of(IReadOnlyList<HandoffFact> facts, string locale) => new()
    {
        Facts = facts,
        Roster = new Roster([Sato, Mori]),
        Reasons = Reasons,
        Asker = Sato,
        Now = Facts.Now,
        Zone = Facts.Tokyo,
        Locale = locale,
    };
}
