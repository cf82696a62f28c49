namespace Baton.Handoffs.Chat.Views;

/// <summary>What the fields of a lead are called where people read. A field without a name of its own, such as an attribute, is shown as its path.</summary>
internal static class FieldNames
{
    /// <summary>Several, in one text.</summary>
    public static string Of(IEnumerable<string> paths, string locale)
    {
        var texts = Texts.Of<CardTexts>(locale);
        return string.Join(texts.Locale == "ja" ? "、" : ", ", paths.Select(path => Of(path, texts)));
    }

    private static string Of(string path, Texts texts) => path is "company.name" or "company.industry" or "company.employees" or "company.country" or "company.domain"
        or "contact.email" or "contact.title" or "contact.name" or "contact.phone" or "need" or "campaign" ? texts["field." + path] : path;
}
