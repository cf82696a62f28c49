namespace Baton.Tables;

/// <summary>What a store answered when it was asked whether it works.</summary>
public abstract record TableHealth
{
    private TableHealth()
    {
    }

    /// <summary>A row was written and read back.</summary>
    public sealed record Working : TableHealth;

    /// <summary>The store cannot be used now.</summary>
    /// <param name="Reason">Why, for code.</param>
    /// <param name="Text">Why and what to do, for an operator; holds no row content.</param>
    public sealed record Failing(TableUnavailable Reason, string Text) : TableHealth;
}
