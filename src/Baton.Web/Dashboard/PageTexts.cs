namespace Baton.Web.Dashboard;

/// <summary>Names the texts of the dashboard's pages: <c>PageTexts.resx</c> and <c>PageTexts.ja.resx</c> beside this file.</summary>
public sealed class PageTexts
{
    private PageTexts()
    {
    }
}
