namespace Baton.Bot.Api;

/// <summary>What OpenAPI says of a route.</summary>
/// <param name="Name">The operation's id.</param>
/// <param name="Summary">What it does, in a line.</param>
internal sealed record RouteDescription(string Name, string Summary)
{
    /// <summary>More about it.</summary>
    internal string Text { get; init; } = "";

    /// <summary>The body that it takes: its content types and an example.</summary>
    internal BodyDescription? Takes { get; init; }

    /// <summary>What it answers, by status.</summary>
    internal required IReadOnlyDictionary<int, AnswerDescription> Answers { get; init; }

    /// <summary>Query and header parameters by name, with what each means; paths are found by themselves.</summary>
    internal IReadOnlyList<ParameterDescription> Parameters { get; init; } = [];
}

/// <summary>A body.</summary>
/// <param name="ContentTypes">What it may be.</param>
/// <param name="Example">JSON; null for a file.</param>
internal sealed record BodyDescription(IReadOnlyList<string> ContentTypes, string? Example);

/// <summary>An answer.</summary>
/// <param name="When">When it is given.</param>
/// <param name="Example">Its JSON; null when there is nothing to show.</param>
internal sealed record AnswerDescription(string When, string? Example = null);

/// <summary>A parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it means and what is allowed.</param>
/// <param name="InHeader">Whether it is a header.</param>
internal sealed record ParameterDescription(string Name, string Meaning, bool InHeader = false);
