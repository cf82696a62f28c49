namespace Baton.Handoffs.Dashboard;

/// <summary>Names the texts of the dashboard: <c>DashboardTexts.resx</c> and <c>DashboardTexts.ja.resx</c> beside this file.</summary>
public sealed class DashboardTexts
{
    private DashboardTexts()
    {
    }
}
