using System.Text;

namespace Baton.EndToEnd.Processes;

/// <summary>What a process wrote, both streams, in the order of arrival.</summary>
internal sealed class Output
{
    // Guarded by itself: both streams are read on threads of their own.
    private readonly StringBuilder text = new();

    public string Text
    {
        get
        {
            lock (text)
            {
                return text.ToString();
            }
        }
    }

    public void Add(string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }
}
