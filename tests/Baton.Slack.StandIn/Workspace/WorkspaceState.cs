namespace Baton.Slack.StandIn.Workspace;

/// <summary>All that a workspace knows. Every part of it is guarded by <see cref="Gate"/>.</summary>
internal sealed class WorkspaceState
{
    public WorkspaceState(StrictSlackSettings settings, WorkspaceTime time)
    {
        Settings = settings;
        Time = time;
        Ids = new Ids(time);
        Members = new Members(settings, Ids);
        Board = new Board(settings, Ids);
        Screens = new Screens(settings, Ids, time);
        ResponseUrls = new ResponseUrls(Ids, time);
        Installation = new Installation(settings, time);
    }

    /// <summary>Held by whoever reads or changes anything here.</summary>
    public Lock Gate { get; } = new();

    public StrictSlackSettings Settings { get; }

    public WorkspaceTime Time { get; }

    public Ids Ids { get; }

    public Members Members { get; }

    public Board Board { get; }

    public Screens Screens { get; }

    public ResponseUrls ResponseUrls { get; }

    public Installation Installation { get; }

    public Files Files { get; } = new();
}
