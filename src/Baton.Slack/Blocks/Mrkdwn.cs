using System.Globalization;
using System.Text;
using Baton.Handoffs.Chat;

namespace Baton.Slack.Blocks;

/// <summary>Writes lines as mrkdwn of at most so many characters after escaping; what is cut, is cut between two graphemes and never inside an escape or a date.</summary>
internal sealed class Mrkdwn(int most, string locale)
{
    private readonly StringBuilder written = new();

    /// <summary>Whether something had to be cut; what is added from then on is lost.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Whether there is something to see.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(written.ToString());

    /// <summary>A line, on a new one if something stands there already.</summary>
    public Mrkdwn Add(Line line)
    {
        if (written.Length > 0) Append("\n");
        foreach (var span in line.Spans)
        {
            if (span is Span.Moment moment) Append(DateTokens.Mrkdwn(moment, locale));
            else AddText(span is Span.Plain ? RichText.Literal(span) : InertText.Unlinked(RichText.Literal(span)));
        }

        return this;
    }

    /// <summary>How much is written, in UTF-16 units.</summary>
    public int Length => written.Length;

    /// <summary>Whether the lines from <paramref name="from"/> on say what the first <paramref name="start"/> units say. Not when they were cut.</summary>
    public bool RepeatsStart(int start, int from)
    {
        var again = from + 1;
        if (IsFull || written.Length - again != start) return false;
        for (var at = 0; at < start; at++)
        {
            if (written[at] != written[again + at]) return false;
        }

        return true;
    }

    /// <summary>Takes back what was written last.</summary>
    /// <param name="length">How much stays.</param>
    public void CutTo(int length) => written.Length = length;

    /// <inheritdoc />
    public override string ToString() => written.ToString();

    private void AddText(string literal)
    {
        var whole = InertText.Mrkdwn(literal);
        if (written.Length + whole.Length < most)
        {
            Append(whole);
            return;
        }

        for (var at = 0; at < literal.Length && !IsFull;)
        {
            var length = StringInfo.GetNextTextElementLength(literal, at);
            Append(InertText.Mrkdwn(literal.Substring(at, length)));
            at += length;
        }
    }

    private void Append(string whole)
    {
        if (IsFull) return;
        IsFull = written.Length + whole.Length >= most;
        written.Append(IsFull ? LeadText.Ellipsis.ToString() : whole);
    }
}
