using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Baton.Bot.Tests.Api.Hosting;

/// <summary>Remembers what was logged.</summary>
internal sealed class WrittenLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Category, string Text)> lines = new();

    public IReadOnlyList<(LogLevel Level, string Category, string Text)> Lines => [.. lines];

    public IEnumerable<string> Of(string category, LogLevel least = LogLevel.Warning) =>
        Lines.Where(l => l.Level >= least && l.Category.Contains(category, StringComparison.Ordinal)).Select(l => l.Text);

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(WrittenLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.lines.Enqueue((logLevel, category, $"{formatter(state, exception)} {exception}"));
    }
}
