using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Intents;

namespace Baton.Handoffs.Tests.Handoffs;

/// <summary>One story for each state, and for the special cases that decide otherwise.</summary>
public static class Stories
{
    public static HandoffStory Returned => A.Handoff(A.IncompleteLead());

    public static HandoffStory Offered => A.Handoff();

    public static HandoffStory Accepted => Offered.AcceptedBy(Staff.Aoi);

    public static HandoffStory Rejected => Offered.RejectedBy(Staff.Aoi);

    public static HandoffStory Contested => Rejected.ContestedBy(Staff.Mika);

    public static HandoffStory Contacted => Accepted.TouchedBy(Staff.Aoi);

    public static HandoffStory Qualified => Contacted.Does(Staff.Aoi, new Intent.Qualify("OPP-1"));

    public static HandoffStory Recycled => Contacted.Does(Staff.Aoi, new Intent.Recycle("bad_timing"));

    public static HandoffStory Disqualified => Contacted.Does(Staff.Aoi, new Intent.Disqualify("no_need"));

    public static HandoffStory Won => Qualified.Does(Staff.Aoi, new Intent.Win(1200000, "JPY"));

    public static HandoffStory Lost => Qualified.Does(Staff.Aoi, new Intent.Lose("Price"));

    public static HandoffStory Withdrawn => Offered.Does(Staff.Mika, new Intent.Withdraw("A mistake"));

    public static HandoffStory In(HandoffState state) => state switch
    {
        HandoffState.Returned => Returned,
        HandoffState.Offered => Offered,
        HandoffState.Accepted => Accepted,
        HandoffState.Rejected => Rejected,
        HandoffState.Contacted => Contacted,
        HandoffState.Qualified => Qualified,
        HandoffState.Recycled => Recycled,
        HandoffState.Disqualified => Disqualified,
        HandoffState.Won => Won,
        HandoffState.Lost => Lost,
        HandoffState.Withdrawn => Withdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no story for it."),
    };
}
