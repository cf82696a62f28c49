namespace Baton.Handoffs.Dashboard;

/// <summary>What a pass is good for. The numbers are signed: their order stays.</summary>
public enum PassKind
{
    /// <summary>To come in, from a link.</summary>
    Link,

    /// <summary>To stay, in the browser that came in.</summary>
    Visit,
}
