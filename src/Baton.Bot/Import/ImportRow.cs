using Baton.Handoffs.Leads;

namespace Baton.Bot.Import;

/// <summary>One row of a file.</summary>
/// <param name="Line">The line that it starts on, as an editor counts: the heading is on line 1.</param>
/// <param name="Reading">The lead, or everything that is wrong with the row; fields are named by their column's heading.</param>
public sealed record ImportRow(int Line, LeadReading Reading);
