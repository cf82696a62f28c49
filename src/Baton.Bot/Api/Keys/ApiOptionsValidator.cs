using Microsoft.Extensions.Options;

namespace Baton.Bot.Api;

/// <summary>Stops a start with keys that could be guessed or confused.</summary>
internal sealed class ApiOptionsValidator : IValidateOptions<ApiOptions>
{
    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        var wrong = options.Validate().ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
