using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;
using Baton.Web.Console.Places;
using Microsoft.AspNetCore.Http;

namespace Baton.Web.Console.Http;

/// <summary>Who is asking, as the page says in <c>?as=</c>, and which place is meant.</summary>
internal static class ConsoleVisitor
{
    public static Person Of(HttpRequest request, Roster roster)
    {
        var text = request.Query["as"].ToString();
        if (!EmailAddress.TryParse(text, out var email))
        {
            throw new BadHttpRequestException($"The query's 'as' is '{text}': it must be the e-mail address of somebody in the roster.");
        }

        return roster.Find(email) ?? throw new BadHttpRequestException($"The query's 'as' is '{email}', whom the roster does not know.");
    }

    public static ConsolePlace Place(string id, Person visitor, ConsolePlaces places) =>
        places.Find(new Place(ConsolePlaces.Platform, id)) is { } place && place.IsOpenTo(visitor.Email)
            ? place
            : throw new BadHttpRequestException($"There is no place '{id}' for {visitor.Email}.");
}
