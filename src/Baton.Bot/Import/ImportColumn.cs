using Baton.Handoffs.Leads;

namespace Baton.Bot.Import;

/// <summary>One column of a file.</summary>
/// <param name="Heading">Its heading, as it is written.</param>
/// <param name="Targets">What it fills; nothing when it is ignored.</param>
/// <param name="Qualified">The values that mean "qualified"; null when the column says nothing about that.</param>
public sealed record ImportColumn(string Heading, ColumnTarget[] Targets, Glob[]? Qualified)
{
    /// <summary>Whether it fills the field at a path; either half of a name fills the name.</summary>
    public bool Fills(string path) => Targets.Any(t => t switch
    {
        ColumnTarget.Of of => of.Field.Path() == path,
        ColumnTarget.FirstName or ColumnTarget.LastName => path == LeadField.ContactName.Path(),
        ColumnTarget.Attribute attribute => path == LeadFields.AttributePrefix + attribute.Name,
        _ => false,
    });
}
