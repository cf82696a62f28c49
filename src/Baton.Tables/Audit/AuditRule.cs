namespace Baton.Tables.Audit;

/// <summary>What an audit looks for. The names are told in JSON: they stay as they are, and new ones go to the end.</summary>
public enum AuditRule
{
    /// <summary>A row cannot be read.</summary>
    RowUnreadable,

    /// <summary>Events are missing, or there are more than the snapshot counts and they do not follow each other.</summary>
    TimelineBroken,

    /// <summary>The timeline folds to another state than the snapshot's, or there is no snapshot.</summary>
    SnapshotDiffers,

    /// <summary>Somebody accepted what another had, or nobody owns what is taken.</summary>
    OwnersDiffer,

    /// <summary>Something must happen to a handoff, and no wake-up comes for it.</summary>
    HandoffUnwoken,

    /// <summary>A handoff's fact is missing or is not that of its state.</summary>
    FactDiffers,

    /// <summary>The copy of the fact that open handoffs have is missing, differs, or is there for a handoff that is not open.</summary>
    OpenFactDiffers,

    /// <summary>A fact is there of a handoff that is not.</summary>
    FactWithoutHandoff,

    /// <summary>A fact lies in a week that its handoff does not point to: it is counted twice, or cannot be moved.</summary>
    FactMisplaced,

    /// <summary>A week has facts and is not listed.</summary>
    WeekUnlisted,

    /// <summary>A handoff cannot be found by its contact's address.</summary>
    PersonUnindexed,

    /// <summary>A handoff cannot be found by its company.</summary>
    CompanyUnindexed,

    /// <summary>A handoff's lead is not noted as taken.</summary>
    LeadUnnoted,

    /// <summary>A handoff is open, and its contact counts as free.</summary>
    PersonUnclaimed,

    /// <summary>A contact counts as taken by a handoff that has closed.</summary>
    ClaimOutlived,

    /// <summary>An index names a handoff that is not there.</summary>
    IndexLeftOver,

    /// <summary>An effect stands still and is not on the list of those that do.</summary>
    StuckUnlisted,

    /// <summary>The list of what stands still names what does not.</summary>
    StuckLeftOver,

    /// <summary>A wake-up lies where nobody looks for it.</summary>
    WakeMisplaced,

    /// <summary>An idempotency key is on no day's list.</summary>
    KeyUnnamed,

    /// <summary>A day's idempotency keys have no wake-up.</summary>
    KeysUnwoken,

    /// <summary>Something waits in an inbox, or an absence goes on, and no wake-up comes for that person.</summary>
    PersonUnwoken,

    /// <summary>Something waits in an inbox that its handoff's timeline tells of already.</summary>
    InboxToldAlready,

    /// <summary>A suggestion is untold, and no wake-up comes for it.</summary>
    SuggestionUnwoken,

    /// <summary>A place is lost or a line is up, and no wake-up comes for it.</summary>
    PlaceUnwoken,

    /// <summary>A thread's message is about a handoff that is not there.</summary>
    ThreadLeftOver,

    /// <summary>A row was written by a newer release in a form that this one does not know. No damage: it was not looked into.</summary>
    RowOfNewerRelease,
}
