using System.Globalization;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Import;

/// <summary>What the contact of one row did: one engagement a kind, put together from several columns.</summary>
internal sealed class RowEngagements(FileTimes times)
{
    private readonly List<Parts> kinds = [];

    internal void Clear() => kinds.ForEach(k => k.Clear());

    internal void Read(ColumnTarget.Did target, string heading, string text, LeadDraft draft)
    {
        var parts = Of(target.Kind);
        switch (target.Part)
        {
            case EngagementPart.What: parts.What = text.Trim(); break;
            case EngagementPart.At when times.TryParse(text, out var at): parts.At = at; break;
            case EngagementPart.At: draft.Wrong(heading, text, times.Rule); break;
            case EngagementPart.Count when int.TryParse(text, NumberStyles.Integer | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) && count is >= 0 and <= LeadLimits.MaxCount: parts.Count = count; break;
            default: draft.Wrong(heading, text, LeadRules.Employees); break;
        }
    }

    internal void AddTo(LeadDraft draft)
    {
        foreach (var parts in kinds)
        {
            if (parts.What is not null || parts.At is not null || parts.Count > 0)
            {
                draft.Did(new Engagement(parts.At, parts.Kind, parts.What ?? "", Math.Max(parts.Count, 1)));
            }
        }
    }

    private Parts Of(string kind)
    {
        foreach (var parts in kinds)
        {
            if (parts.Kind == kind)
            {
                return parts;
            }
        }

        kinds.Add(new Parts(kind));
        return kinds[^1];
    }

    private sealed class Parts(string kind)
    {
        internal string Kind => kind;

        internal string? What { get; set; }

        internal DateTimeOffset? At { get; set; }

        internal int Count { get; set; }

        internal void Clear() => (What, At, Count) = (null, null, 0);
    }
}
