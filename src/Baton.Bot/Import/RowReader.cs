using Baton.Handoffs.Leads;
using CsvHelper;

namespace Baton.Bot.Import;

/// <summary>Turns the records of one file into leads. Keeps what a row did between its columns, so it is for one file and one thread.</summary>
internal sealed class RowReader
{
    private readonly ImportMapping mapping;
    private readonly ImportColumn[] columns;
    private readonly DateTimeOffset now;
    private readonly string externalId;
    private readonly RowEngagements engagements;

    internal RowReader(ImportMapping mapping, IReadOnlyList<ImportColumn> columns, DateTimeOffset now)
    {
        this.mapping = mapping;
        this.columns = [.. columns];
        this.now = now;
        externalId = columns.First(c => c.Fills(LeadField.ExternalId.Path())).Heading;
        engagements = new RowEngagements(mapping.Times);
    }

    internal LeadReading Read(CsvReader record)
    {
        if (record.FieldCount != columns.Length && !OnlyEmptyOnes(record))
        {
            return Refuse($"{record.FieldCount} columns", $"{columns.Length} columns like the heading");
        }

        var draft = new LeadDraft(now);
        var row = new Row();
        var size = 0;
        engagements.Clear();
        for (var at = 0; at < columns.Length; at++)
        {
            var text = record.GetString(at);
            size += text.Length;
            if (!string.IsNullOrWhiteSpace(text))
            {
                ReadCell(columns[at], text, draft, row);
            }
        }

        return size > LeadLimits.MaxLeadSize ? Refuse($"{size} characters", LeadRules.Size) : Finish(draft, row);
    }

    private LeadReading Finish(LeadDraft draft, Row row)
    {
        if (row.First is not null || row.Last is not null)
        {
            draft.Text(LeadField.ContactName, "name", $"{row.First?.Trim()} {row.Last?.Trim()}");
        }

        if (mapping.Source is { } source)
        {
            draft.Text(LeadField.Source, LeadField.Source.Path(), source);
        }

        if (row.Qualified is { } qualified)
        {
            draft.Qualified(qualified);
        }

        engagements.AddTo(draft);
        return draft.Finish(externalId);
    }

    private void ReadCell(ImportColumn column, string text, LeadDraft draft, Row row)
    {
        if (column.Qualified is { } values)
        {
            row.Qualified = row.Qualified != false && Glob.AnyMatches(values, text);
        }

        foreach (var target in column.Targets)
        {
            switch (target)
            {
                case ColumnTarget.Of { Field: LeadField.QualifiedAt }: ReadQualifiedAt(column, text, draft); break;
                case ColumnTarget.Of of: draft.Text(of.Field, column.Heading, text); break;
                case ColumnTarget.FirstName: row.First = text; break;
                case ColumnTarget.LastName: row.Last = text; break;
                case ColumnTarget.Did did: engagements.Read(did, column.Heading, text, draft); break;
                case ColumnTarget.Attribute attribute: draft.Attribute(attribute.Name, text); break;
            }
        }
    }

    private void ReadQualifiedAt(ImportColumn column, string text, LeadDraft draft)
    {
        if (mapping.Times.TryParse(text, out var at))
        {
            draft.QualifiedAt(column.Heading, at, text);
        }
        else
        {
            draft.Wrong(column.Heading, text, mapping.Times.Rule);
        }
    }

    // Spreadsheets leave empty cells behind the last column; they shift nothing.
    private bool OnlyEmptyOnes(CsvReader record)
    {
        for (var at = columns.Length; at < record.FieldCount; at++)
        {
            if (!record.IsEmpty(at))
            {
                return false;
            }
        }

        return record.FieldCount > columns.Length;
    }

    private static LeadReading.Wrong Refuse(string value, string rule) => new([new FieldError("row", value, rule)]);

    private sealed class Row
    {
        internal string? First { get; set; }

        internal string? Last { get; set; }

        internal bool? Qualified { get; set; }
    }
}
