using System.Collections.Concurrent;
using Baton.Handoffs.Webhooks;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>What hooks were told, whatever they answered.</summary>
public sealed class HookWorld
{
    /// <summary>What is answered; everything is taken when the test says nothing.</summary>
    public Func<HookCall, HookAnswer> Answer { get; set; } = _ => new HookAnswer.Taken();

    public ConcurrentQueue<HookCall> Calls { get; } = new();

    public ConcurrentQueue<(string Hook, string Id)> Dropped { get; } = new();

    /// <summary>What one hook was told, in order.</summary>
    public IEnumerable<HookCall> Of(string hook) => Calls.Where(c => c.Hook == hook);
}

/// <summary>Tells them.</summary>
public sealed class FakeHooks(HookWorld world) : IHookSender
{
    public Task<HookAnswer> CallAsync(HookCall call, CancellationToken cancellation)
    {
        world.Calls.Enqueue(call);
        return Task.FromResult(world.Answer(call));
    }

    public void Drop(string hook, string id) => world.Dropped.Enqueue((hook, id));
}
