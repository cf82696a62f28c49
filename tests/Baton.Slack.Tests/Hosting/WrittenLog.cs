using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Tests.Hosting;

/// <summary>Remembers what was logged.</summary>
internal sealed class WrittenLog : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> lines = new();

    public IReadOnlyList<LogLine> Lines => [.. lines];

    /// <summary>Told of each line by whoever writes it, who goes on afterwards.</summary>
    public Action<LogLine>? Written { get; set; }

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private void Write(LogLine line)
    {
        lines.Enqueue(line);
        Written?.Invoke(line);
    }

    private sealed class Writer(WrittenLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Write(new LogLine(logLevel, category, $"{formatter(state, exception)} {exception}"));
    }
}

/// <summary>One line.</summary>
internal sealed record LogLine(LogLevel Level, string Category, string Text);
