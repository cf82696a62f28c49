using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>Why something was not sent that no platform has words for. It is stored in English, and told to a person in the own language.</summary>
public static class SendingWhy
{
    private static readonly string[] Keys = ["notConfigured", "noMessages", "noAnswer", "cutShort"];

    /// <summary>The process ends, or the claim does.</summary>
    public static string CutShort => Stored["cutShort"];

    /// <summary>A platform let the limit of one send pass.</summary>
    public static string NoAnswer => Stored["noAnswer"];

    private static Texts Stored => Texts.Of<SendingTexts>("en");

    /// <summary>Nothing of that platform is configured.</summary>
    /// <param name="place">Where it was to be sent.</param>
    public static string NotConfigured(Place place) => Say(Stored, "notConfigured", place);

    /// <summary>The place is archived, deleted, or without Baton.</summary>
    /// <param name="place">Where it was to be sent.</param>
    public static string NoMessages(Place place) => Say(Stored, "noMessages", place);

    /// <summary>The reason as that person reads it; anything else than the above stays as it is.</summary>
    /// <param name="place">Where it was to be sent.</param>
    /// <param name="why">As it was stored.</param>
    /// <param name="locale">For whom.</param>
    public static string Of(Place place, string why, string locale) =>
        Keys.FirstOrDefault(key => Say(Stored, key, place) == why) is { } known ? Say(Texts.Of<SendingTexts>(locale), known, place) : why;

    private static string Say(Texts texts, string key, Place place) => texts.Format(key, place.Platform, place);
}
