using Microsoft.Extensions.Options;

namespace Baton.Teams;

/// <summary>Refuses a configuration of Teams that could not work, with key, value and what would be right; of a secret only that it is there.</summary>
public sealed class TeamsOptionsValidator : IValidateOptions<TeamsOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        List<string> wrong = [.. Ids(options)];
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Ids(TeamsOptions options)
    {
        if (options.AppId.Length > 0 && !Guid.TryParseExact(options.AppId, "D", out _))
        {
            yield return $"Teams:AppId is '{options.AppId}': a GUID is meant, such as 00000000-0000-0000-0000-000000000000 (Azure portal > Azure Bot > Configuration).";
        }
    }
}
