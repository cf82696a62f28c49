using Microsoft.Extensions.Options;

namespace Baton.Bot.Import;

/// <summary>Stops a start with mappings that could not be read by.</summary>
internal sealed class ImportOptionsValidator : IValidateOptions<ImportOptions>
{
    public ValidateOptionsResult Validate(string? name, ImportOptions options) =>
        options.Validate() is { Count: > 0 } wrong ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
}
