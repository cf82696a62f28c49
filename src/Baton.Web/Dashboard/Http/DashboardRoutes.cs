using Baton.Handoffs.Dashboard;

namespace Baton.Web.Dashboard.Http;

/// <summary>Where the parts of the dashboard are.</summary>
internal static class DashboardRoutes
{
    /// <summary>The rows of the figures as a file.</summary>
    public const string Export = DashboardLinks.Root + "/export.csv";

    /// <summary>The way out.</summary>
    public const string Leave = DashboardLinks.Root + "/leave";

    /// <summary>The icon.</summary>
    public const string Icon = DashboardLinks.Root + "/favicon.svg";

    /// <summary>The style sheet.</summary>
    public const string Style = DashboardLinks.Root + "/style.css";
}
