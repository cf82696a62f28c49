namespace Baton.Teams.Connector;

/// <summary>What came of a call of the connector.</summary>
/// <typeparam name="T">What the call asks for.</typeparam>
public abstract record ConnectorReply<T>
{
    private ConnectorReply()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="Value">What was asked for.</param>
    public sealed record Done(T Value) : ConnectorReply<T>;

    /// <summary>Not done: there were too many calls. Said by Teams, or known beforehand.</summary>
    /// <param name="Wait">How long to wait, from now.</param>
    public sealed record Throttled(TimeSpan Wait) : ConnectorReply<T>;

    /// <summary>It did not happen, or happening twice does no harm: call again.</summary>
    /// <param name="Why">In English, for an operator.</param>
    public sealed record NotSent(string Why) : ConnectorReply<T>;

    /// <summary>Nobody knows whether it happened, and twice would be once too often.</summary>
    /// <param name="Why">In English, for an operator.</param>
    public sealed record Uncertain(string Why) : ConnectorReply<T>;

    /// <summary>The conversation, the message or the person is there no more, or Baton was removed from it or blocked: no retry helps.</summary>
    /// <param name="Code">Teams' word for it.</param>
    /// <param name="Why">In English, for an operator.</param>
    public sealed record Gone(string Code, string Why) : ConnectorReply<T>;

    /// <summary>Not done, and somebody must change a setting, a permission or the request first.</summary>
    /// <param name="Code">Teams' word for it.</param>
    /// <param name="Why">In English, for an operator; what can be done about it, with what Teams said. Holds no secret.</param>
    /// <param name="IsCredential">Whether Entra or Teams does not take Baton's own credential, which says nothing about what was asked.</param>
    public sealed record Refused(string Code, string Why, bool IsCredential = false) : ConnectorReply<T>;

    /// <summary>The same, of something that is read out of what was answered.</summary>
    internal ConnectorReply<TOther> Select<TOther>(Func<T, TOther> read) => this switch
    {
        Done it => new ConnectorReply<TOther>.Done(read(it.Value)),
        Throttled it => new ConnectorReply<TOther>.Throttled(it.Wait),
        NotSent it => new ConnectorReply<TOther>.NotSent(it.Why),
        Uncertain it => new ConnectorReply<TOther>.Uncertain(it.Why),
        Gone it => new ConnectorReply<TOther>.Gone(it.Code, it.Why),
        Refused it => new ConnectorReply<TOther>.Refused(it.Code, it.Why, it.IsCredential),
        _ => throw new InvalidOperationException("A reply is one of the six above."),
    };
}
