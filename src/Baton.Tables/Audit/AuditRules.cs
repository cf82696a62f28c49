namespace Baton.Tables.Audit;

/// <summary>What each rule of an audit means to an operator.</summary>
public static class AuditRules
{
    /// <summary>Why it matters when the rule does not hold.</summary>
    /// <param name="rule">The rule.</param>
    public static string WhyOf(AuditRule rule) => rule switch
    {
        AuditRule.RowUnreadable => "Nobody can use what is in it. Restore the latest backup, or run the release that wrote it.",
        AuditRule.TimelineBroken => "Who did what and when is not known for ever. Restore the latest backup beside this store and compare.",
        AuditRule.SnapshotDiffers => "People see and act on something else than what happened.",
        AuditRule.OwnersDiffer => "Two people may have called, or nobody does. Ask both, and assign it anew.",
        AuditRule.HandoffUnwoken => "A deadline passes, or a message is not sent, and nobody hears of it: the lead is dropped.",
        AuditRule.FactDiffers => "It is missing in every figure, or counted as something else.",
        AuditRule.OpenFactDiffers => "Somebody's own page lacks a lead, or shows one that is done.",
        AuditRule.FactWithoutHandoff => "Figures count what is not there.",
        AuditRule.FactMisplaced => "Figures count it twice, or in the wrong week.",
        AuditRule.WeekUnlisted => "Reports over all weeks leave that week out.",
        AuditRule.PersonUnindexed => "The same person coming again is not known, and cannot be found to be erased.",
        AuditRule.CompanyUnindexed => "Sales does not see that a colleague has this company already.",
        AuditRule.LeadUnnoted => "The same lead sent again counts as one that nobody has seen.",
        AuditRule.PersonUnclaimed => "The same person coming again is offered a second time, while somebody is at it.",
        AuditRule.ClaimOutlived => "The same person coming again is taken for a repetition, and nobody is offered the lead.",
        AuditRule.IndexLeftOver => "Nothing: who reads it looks for the handoff too. A process died before it made it; the sender got no answer.",
        AuditRule.StuckUnlisted => "A message does not arrive, and /funnel audit does not tell of it.",
        AuditRule.StuckLeftOver => "/funnel audit tells of what is done already.",
        AuditRule.WakeMisplaced => "What it wakes is never looked at again.",
        AuditRule.KeyUnnamed => "It is never forgotten.",
        AuditRule.KeysUnwoken => "They are never forgotten.",
        AuditRule.PersonUnwoken => "What waits for that person is never told, or an absence does not end.",
        AuditRule.InboxToldAlready => "That person is told twice.",
        AuditRule.SuggestionUnwoken => "Marketing is never told of it.",
        AuditRule.PlaceUnwoken => "The place is not tried again, or its line stays for ever.",
        AuditRule.ThreadLeftOver => "A reply to that message is about nothing.",
        AuditRule.RowOfNewerRelease => "Nothing is wrong with it: it was written by a newer release and not looked into. Update this process, and audit with that release.",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such rule."),
    };

    /// <summary>Whether it does no harm, left over by a process that died or of a newer release: it is told, but the store is sound.</summary>
    /// <param name="rule">The rule.</param>
    public static bool IsHarmless(AuditRule rule) => rule is AuditRule.IndexLeftOver or AuditRule.StuckLeftOver or AuditRule.ThreadLeftOver or AuditRule.RowOfNewerRelease;

    /// <summary>Whether it can be put right from what else is stored.</summary>
    /// <param name="rule">The rule.</param>
    public static bool IsRepairable(AuditRule rule) => rule is not (AuditRule.RowUnreadable or AuditRule.TimelineBroken or AuditRule.OwnersDiffer or AuditRule.RowOfNewerRelease);
}
