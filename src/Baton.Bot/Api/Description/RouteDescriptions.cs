using Baton.Bot.Import;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary>Every route of the API in words and examples.</summary>
internal static class RouteDescriptions
{
    internal const string AnyProblem = """
        { "type": "urn:baton:problem:invalid", "title": "The leads could not be taken", "status": 400, "code": "invalid", "detail": "…",
          "errors": [ { "field": "contact.email", "value": "not-an-address", "rule": "an e-mail address such as name@example.com" } ] }
        """;

    private const string Lead = """
        { "externalId": "51000001", "source": "hubspot", "campaign": "2026 Autumn Expo", "qualified": true, "qualifiedAt": "2026-11-20T09:00:00+09:00", "score": 82,
          "contact": { "name": "恵 佐々木", "email": "sasaki.736@nishi-kenzai.example", "phone": "03-3489-2278", "title": "購買部 主任", "locale": "ja", "timeZone": "Asia/Tokyo" },
          "company": { "name": "西日本建材株式会社", "domain": "nishi-kenzai.example", "industry": "Construction", "employees": 80, "country": "Japan" },
          "need": "見積もりをお願いします。", "engagements": [ { "at": "2026-11-19T18:02:00+09:00", "kind": "form", "what": "Pricing page form", "count": 1 } ], "owner": "rep@example.com" }
        """;

    private const string Report = """
        { "mapping": "hubspot", "encoding": "utf-8", "rows": 240, "results": { "offered": 180, "returned": 12, "duplicate": 8, "unqualified": 36, "suppressed": 1, "invalid": 3 },
          "repeated": 0, "wrong": [ { "line": 17, "field": "Email", "value": "n/a", "rule": "an e-mail address such as name@example.com" } ] }
        """;

    private const string Standing = """{ "id": "0f3k9c2m5v7x1q8z", "state": "Accepted", "version": 3, "owner": "rep@example.com", "repeated": false }""";

    private static readonly AnswerDescription NotJson = new("Not JSON, or wrong values: each with field, value and rule.", AnyProblem);
    private static readonly AnswerDescription NoKey = new("Without a right key.", """{ "type": "urn:baton:problem:unauthorized", "title": "A valid API key is needed", "status": 401, "code": "unauthorized" }""");
    private static readonly AnswerDescription TooLarge = new("Too large.");
    private static readonly AnswerDescription WrongType = new("Another content type.");
    private static readonly AnswerDescription NoHandoff = new("There is no such handoff.");
    private static readonly AnswerDescription NoStore = new("The store cannot be used just now; Retry-After says when to send it again.");
    private static readonly AnswerDescription NoActor = new("Nobody of that address may act here.");
    private static readonly BodyDescription LeadBody = new(["application/json"], Lead);

    internal static RouteDescription Leads { get; } = new("takeLeads", "Takes one lead or a list")
    {
        Text = $"A lead is stored or reported, never half of each. At most {SentLeads.MaxLeads} leads and {SentLeads.MaxBytes / 1024 / 1024} MiB. Sending one again is harmless: source and externalId name it.",
        Takes = LeadBody,
        Parameters = [new(IdempotencyKey.Header, $"{IdempotencyKey.Rule}; the same key with the same body is answered the same again.", true)],
        Answers = new SortedDictionary<int, AnswerDescription>
        {
            [202] = new("At least one was taken; one result per lead, in order.", """
                { "results": [ { "externalId": "51000001", "result": "offered", "handoff": "0f3k9c2m5v7x1q8z", "repeated": false, "missing": [ "contact.phone" ], "because": "Sender" } ] }
                """),
            [400] = NotJson,
            [401] = NoKey,
            [413] = TooLarge,
            [415] = WrongType,
            [422] = new("The Idempotency-Key belongs to another body."),
            [503] = NoStore,
        },
    };

    internal static RouteDescription Import { get; } = new("importLeads", "Takes the leads of a CSV file")
    {
        Text = "UTF-8, UTF-16 or CP932; exports of HubSpot and Salesforce are recognised. The file is refused as a whole before a row is taken, or row by row. Answers text when Accept asks for text/plain.",
        Takes = new(["text/csv", "multipart/form-data"], null),
        Parameters = [new("mapping", "The name of a mapping; recognised by the headings when left out."), new("source", $"The source of every lead, {LeadRules.Key}.")],
        Answers = new SortedDictionary<int, AnswerDescription>
        {
            [200] = new($"What became of the rows; the first {ImportReport.MaxWrongRows} wrong ones are listed.", Report),
            [400] = NotJson,
            [401] = NoKey,
            [413] = TooLarge,
            [415] = WrongType,
            [503] = NoStore,
        },
    };

    internal static RouteDescription Outcomes { get; } = new("takeOutcomes", "Takes one outcome of a CRM or a list")
    {
        Text = "Names the handoff by handoff, by source and externalId, or by email. An outcome that is there already is done again without a trace.",
        Takes = new(["application/json"], """
            { "source": "hubspot", "externalId": "51000001", "outcome": "won", "at": "2026-12-01T10:00:00+09:00", "amount": 1200000, "currency": "JPY", "reason": "…", "comment": "…", "opportunity": "006-1", "actor": "rep@example.com" }
            """),
        Answers = new SortedDictionary<int, AnswerDescription>
        {
            [200] = new("One result per outcome, in order: done, refused, not_found or invalid.", """
                { "results": [ { "result": "done", "handoff": "0f3k9c2m5v7x1q8z", "state": "Won", "version": 7, "owner": "rep@example.com", "repeated": false } ] }
                """),
            [400] = NotJson,
            [401] = NoKey,
            [413] = TooLarge,
            [415] = WrongType,
            [503] = NoStore,
        },
    };

    internal static RouteDescription Handoffs { get; } = new("listHandoffs", "Lists handoffs, latest first")
    {
        Text = "From the facts that the figures are counted from, which follow a change within moments.",
        Parameters =
        [
            new("state", "In that state."),
            new("owner", "That person's, by e-mail address."),
            new("due", "With a running clock that is due before that instant (ISO 8601)."),
            new("limit", $"1 to {HandoffQuery.MaxPage}; {HandoffQuery.UsualPage} when left out."),
            new("cursor", "The 'next' of the page before."),
        ],
        Answers = new SortedDictionary<int, AnswerDescription>
        {
            [200] = new("A page.", """
                { "handoffs": [ { "id": "0f3k9c2m5v7x1q8z", "state": "Offered", "version": 1, "company": "西日本建材株式会社", "contact": "恵 佐々木", "owner": "rep@example.com", "source": "hubspot", "campaign": "2026 Autumn Expo",
                  "pool": "inside-sales", "score": 82, "tier": "Normal", "createdAt": "2026-11-20T00:00:05Z", "offeredAt": "2026-11-20T00:00:05Z", "clocks": [ { "clock": "accept", "status": "onTrack", "due": "2026-11-20T05:00:05Z" } ] } ],
                  "next": "MjAyNi1XNDd8…" }
                """),
            [400] = new("A wrong or unknown parameter.", AnyProblem),
            [401] = NoKey,
            [503] = NoStore,
        },
    };

    internal static RouteDescription Handoff { get; } = new("getHandoff", "Tells everything of one handoff")
    {
        Text = "State, lead, owner, clocks with their accounts, timeline with texts in the language of Accept-Language, why it was scored and routed so, what could not be delivered.",
        Parameters = [new("Accept-Language", "en or ja.", true)],
        Answers = new SortedDictionary<int, AnswerDescription>
        {
            [200] = new("The handoff.", """
                { "id": "0f3k9c2m5v7x1q8z", "state": "Offered", "version": 1, "round": 1, "owner": "rep@example.com", "lead": {}, "missing": [], "score": {}, "tier": "Normal", "route": {},
                  "clocks": [ { "clock": "accept", "status": "onTrack", "due": "2026-11-20T05:00:05Z", "target": "PT4H", "elapsed": "PT1H", "remaining": "PT3H", "calendar": "business" } ],
                  "timeline": [ { "number": 1, "at": "2026-11-20T00:00:05Z", "by": "hubspot@api.baton.invalid", "type": "received", "text": "…" } ], "undelivered": [] }
                """),
            [401] = NoKey,
            [404] = NoHandoff,
            [503] = NoStore,
        },
    };

    internal static RouteDescription Action { get; } = new("act", "Does what a button does")
    {
        Text = "The answers of the button's form stand beside action and actor, such as reason and comment for reject.",
        Takes = new(["application/json"], """{ "action": "reject", "actor": "rep@example.com", "reason": "too_small", "comment": "…" }"""),
        Answers = new SortedDictionary<int, AnswerDescription>
        {
            [200] = new("Stored. The same accept or reject by the same person again is repeated, and changes nothing.", Standing),
            [400] = new("An unknown action, or wrong answers.", AnyProblem),
            [401] = NoKey,
            [403] = NoActor,
            [404] = NoHandoff,
            [409] = new("Not allowed now: code says why, detail says it in the actor's language.", """
                { "type": "urn:baton:problem:alreadyTaken", "title": "The handoff does not allow it now", "status": 409, "code": "alreadyTaken", "detail": "Kim took it at 10:04.", "by": "kim@example.com", "locale": "en", "state": "Accepted", "version": 3, "owner": "kim@example.com" }
                """),
            [413] = TooLarge,
            [415] = WrongType,
            [503] = NoStore,
        },
    };

    internal static RouteDescription Funnel { get; } = new("askFunnel", "Answers a /funnel command")
    {
        Takes = new(["application/json"], """{ "text": "reasons last week by campaign", "actor": "manager@example.com" }"""),
        Answers = new SortedDictionary<int, AnswerDescription>
        {
            [200] = new("The same answer as in chat.", """{ "text": "…", "data": {} }"""),
            [400] = NotJson,
            [401] = NoKey,
            [403] = NoActor,
            [413] = TooLarge,
            [415] = WrongType,
            [503] = NoStore,
        },
    };

    internal static RouteDescription DeadLetters { get; } = new("listDeadLetters", "Lists what could not be delivered")
    {
        Text = "Longest first. Cause is PlaceLost (goes on by itself when the place takes messages again), Refused (a permission or the configuration must change), TriedTooOften or Broken.",
        Answers = new SortedDictionary<int, AnswerDescription>
        {
            [200] = new("The list.", """
                { "deadLetters": [ { "handoff": "0f3k9c2m5v7x1q8z", "effect": "000001-card", "type": "showCard", "place": "slack:C0123", "cause": "PlaceLost", "error": "is_archived", "since": "2026-11-20T00:00:05Z" } ] }
                """),
            [401] = NoKey,
            [503] = NoStore,
        },
    };

    internal static RouteDescription DeadLetterRetry { get; } = new("retryDeadLetters", "Sets going what could not be delivered")
    {
        Text = "All of it, or with 'of' what was meant for a place or what belongs to a handoff. What may have arrived already is looked for first.",
        Takes = new(["application/json"], """{ "of": "slack:C0123" }"""),
        Answers = new SortedDictionary<int, AnswerDescription>
        {
            [200] = new("How many go again.", """{ "going": 3 }"""),
            [400] = NotJson,
            [401] = NoKey,
            [413] = TooLarge,
            [415] = WrongType,
            [503] = NoStore,
        },
    };

    internal static RouteDescription Alive { get; } = new("alive", "Tells that the process lives")
    {
        Answers = new SortedDictionary<int, AnswerDescription> { [200] = new("It does.", """{ "status": "alive" }""") },
    };

    internal static RouteDescription Ready { get; } = new("ready", "Tells whether the process can work")
    {
        Answers = new SortedDictionary<int, AnswerDescription>
        {
            [200] = new("It can. A platform that is in trouble is named (`degraded`) and does not count.", """{ "status": "ready", "parts": [ { "name": "store", "ready": true, "required": true } ] }"""),
            [503] = new("It cannot: which part is wrong, and what to do.", """
                { "type": "urn:baton:problem:notReady", "title": "Not ready", "status": 503, "code": "notReady", "detail": "store: …", "parts": [ { "name": "store", "ready": false, "required": true, "problem": "…" } ] }
                """),
        },
    };
}
