namespace Baton.Tables;

/// <summary>
/// The form of a row that is read, changed and written back as a whole. A newer release's row is not written back in an older form: what only that release knows
/// of would be lost. A row without a form is in the first one.
/// </summary>
internal static class RowForm
{
    private const string Name = "schema";
    private const int First = 1;

    extension(TableValues values)
    {
        /// <summary>Notes the form in which the row is written.</summary>
        public void AddForm(int form) => values.Add(Name, form);

        /// <summary>Makes sure that this release knows the form.</summary>
        /// <param name="what">Which row, for the operator; nothing personal.</param>
        /// <param name="known">The newest form that is known.</param>
        /// <exception cref="NewerSchemaException">It does not.</exception>
        public void CheckForm(string what, int known)
        {
            var form = values.FindInt32(Name) ?? First;
            if (form > known)
                throw new NewerSchemaException(what, form, known);
        }
    }
}
