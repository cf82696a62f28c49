using Baton.Handoffs.Leads;

namespace Baton.Bot.Import;

/// <summary>What became of opening a file.</summary>
public abstract record LeadFileOpening
{
    private LeadFileOpening()
    {
    }

    /// <summary>It can be read.</summary>
    /// <param name="Mapping">The name of the mapping that it is read by.</param>
    /// <param name="Encoding">Its encoding's name, such as <c>utf-8</c> or <c>shift_jis</c>.</param>
    /// <param name="Delimiter">Its delimiter.</param>
    /// <param name="Rows">Its rows, read while they are asked for; to be asked for once, before the stream is closed.</param>
    public sealed record Ready(string Mapping, string Encoding, char Delimiter, IAsyncEnumerable<ImportRow> Rows) : LeadFileOpening;

    /// <summary>It is refused as a whole; nothing was taken.</summary>
    /// <param name="Errors">Everything that is wrong, at least one.</param>
    public sealed record Refused(IReadOnlyList<FieldError> Errors) : LeadFileOpening
    {
        /// <summary>Refused for one thing.</summary>
        public Refused(string field, string value, string rule)
            : this([new FieldError(field, FieldError.Shown(value), rule)])
        {
        }
    }
}
