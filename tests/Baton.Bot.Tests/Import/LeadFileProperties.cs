using System.Text;
using Baton.Bot.Import;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Leads;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Bot.Tests.Import;

public sealed class LeadFileProperties
{
    private static readonly string[] Head = ["externalId", "source", "contact.email", "contact.title", "company.name", "text"];

    [Fact]
    public void Any_text_that_is_written_is_read_again() =>
        Prop.ForAll<string[]>(texts =>
        {
            var kept = texts.Select(t => WellFormed(t ?? "")).ToList();
            using var to = new StringWriter();
            CsvWriter.Write(to, [Head, .. kept.Select(t => new[] { "1", "web", "a@b.example", "CTO", "X", t })]);
            var rows = Imported.RowsAsync(to.ToString()).GetAwaiter().GetResult();
            return rows.Select(r => r.Lead().Attributes.GetValueOrDefault("text", "")).SequenceEqual(kept.Select(CsvWriter.Inert).Select(t => string.IsNullOrWhiteSpace(t) ? "" : t));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_are_rows_or_named_errors_and_never_an_exception() =>
        Prop.ForAll<byte[], bool>((bytes, headed) =>
        {
            byte[] file = headed ? [.. Encoding.ASCII.GetBytes(string.Join(',', Head) + "\n"), .. bytes] : bytes;
            var opening = Imported.OpenAsync(file).GetAwaiter().GetResult();
            return opening is LeadFileOpening.Refused { Errors.Count: > 0 } || Imported.RowsAsync(file).GetAwaiter().GetResult().All(r => r.Reading is LeadReading.Ok or LeadReading.Wrong { Errors.Count: > 0 });
        }).QuickCheckThrowOnFailure();

    // Half a surrogate pair cannot be written in any encoding.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
