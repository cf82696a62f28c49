namespace Baton.Handoffs.Webhooks;

/// <summary>Tells hooks.</summary>
public interface IHookSender
{
    /// <summary>Tells a configured hook, within a limit of its own.</summary>
    Task<HookAnswer> CallAsync(HookCall call, CancellationToken cancellation);

    /// <summary>Notes that something was not told, because the configuration names its hook no more.</summary>
    void Drop(string hook, string id);
}
