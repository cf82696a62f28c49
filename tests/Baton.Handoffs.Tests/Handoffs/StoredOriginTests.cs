using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Handoffs;

public sealed class StoredOriginTests
{
    private static readonly JsonSerializerOptions Form = HandoffJson.Stored.Options;

    private static readonly Gen<string?> Text = Gen.OneOf(Gen.Constant((string?)null), ArbMap.Default.GeneratorFor<string?>(), Gen.Elements<string?>("株式会社リード商事", "\u0000{{DATE()}}\\\"", "😀\ud800", ""));

    private static readonly Gen<int?> Number = Gen.OneOf(Gen.Constant((int?)null), ArbMap.Default.GeneratorFor<int>().Select(i => (int?)i));

    private static readonly Gen<DateTimeOffset?> Instant = Number.Select(n => n is { } seconds ? A.Morning.AddSeconds(seconds) : (DateTimeOffset?)null);

    private static readonly Gen<EmailAddress?> Email = Gen.Elements<EmailAddress?>(null, EmailAddress.Parse("a@b.example"), EmailAddress.Parse("営業@例え.example"));

    private static readonly Gen<Contact> Person =
        from name in Text
        from email in Email
        from phone in Text
        from title in Text
        from zone in Text
        select new Contact { Name = name, Email = email, Phone = phone, Title = title, Locale = zone, TimeZone = zone };

    private static readonly Gen<Company> Firm =
        from name in Text
        from domain in Text
        from industry in Text
        from employees in Number
        select new Company { Name = name, Domain = domain, Industry = industry, Employees = employees, Country = domain };

    private static readonly Gen<Engagement> Act =
        from at in Instant
        from kind in Text
        from what in Text
        from count in Number
        select new Engagement(at, kind ?? "", what ?? "", count ?? 1);

    private static readonly Gen<OriginForm> Any =
        from externalId in Text
        from source in Text
        from campaign in Text
        from qualified in Gen.Elements<bool?>(null, true, false)
        from at in Instant
        from given in Number
        from person in Person
        from firm in Firm
        from acts in Gen.ListOf(Act, 4)
        from owner in Email
        from rest in Gen.ListOf(Text, 3)
        from points in Gen.ListOf(Number, 3)
        select new OriginForm(
            new Lead
            {
                ExternalId = externalId ?? "",
                Source = source ?? "",
                Campaign = campaign,
                Qualified = qualified,
                QualifiedAt = at,
                Score = given,
                Contact = person,
                Company = firm,
                Need = campaign,
                Engagements = acts,
                Owner = owner,
                Attributes = rest.Select((text, i) => (Key: $"k{i}{text}", Text: text ?? "")).ToDictionary(p => p.Key, p => p.Text),
            },
            new ScoreCard(given ?? 0, 40, 30, given, [.. points.Select(p => new ScorePoint("attributes", "Company size", p ?? 0))]));

    [Fact]
    public void Lead_and_score_are_read_as_the_serializer_reads_them() => Prop.ForAll(Any.ToArbitrary(), form =>
    {
        var json = Stored(form);

        var read = UsualOrigin.Read(json);

        Assert.NotNull(read);
        Assert.Equal(Shown(JsonSerializer.Deserialize<OriginForm>(json, Form)!), Shown(read));
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_a_newer_release_adds_is_passed_over()
    {
        var form = new OriginForm(A.Lead(), new ScoreCard(1, 2, 3, null, [new ScorePoint("attributes", "Size", 1)]));
        foreach (var place in new Func<JsonNode, JsonNode>[] { j => j, j => j["lead"]!, j => j["lead"]!["contact"]!, j => j["lead"]!["company"]!, j => j["lead"]!["engagements"]![0]!, j => j["score"]!, j => j["score"]!["trace"]![0]! })
        {
            var json = JsonNode.Parse(Stored(form))!;
            place(json)[new string('n', 40)] = new JsonArray(1, new JsonObject { ["of"] = "it" });

            var origin = Origin.Of(Encoding.UTF8.GetBytes(json.ToJsonString()));

            Assert.Equal(Shown(form), Shown(new OriginForm(origin.Lead, origin.Score)));
        }
    }

    [Fact]
    public void What_says_that_it_says_nothing_is_read_as_nothing()
    {
        var json = JsonNode.Parse(Stored(new OriginForm(A.Lead(), new ScoreCard(1, 2, 3, null, []))))!;
        json["lead"]!["campaign"] = null;
        json["lead"]!["contact"]!["email"] = null;
        json["lead"]!["company"]!["employees"] = null;

        var origin = Origin.Of(Encoding.UTF8.GetBytes(json.ToJsonString()));

        Assert.Null(origin.Lead.Campaign);
        Assert.Null(origin.Lead.Contact.Email);
        Assert.Null(origin.Lead.Company.Employees);
    }

    [Fact]
    public void What_is_no_lead_with_a_score_is_a_JSON_error()
    {
        var json = Stored(new OriginForm(A.Lead(), new ScoreCard(1, 2, 3, null, [])));
        for (var length = 0; length < json.Length; length++)
        {
            var cut = json[..length];
            Assert.ThrowsAny<JsonException>(() => Origin.Of(cut).Lead);
        }

        Assert.ThrowsAny<JsonException>(() => Origin.Of([.. json, .. "{}"u8]).Lead);
        foreach (var (part, name) in new[] { ("lead", "contact"), ("lead", "externalId"), ("lead", "engagements"), ("score", "behaviour"), ("score", "trace") })
        {
            var broken = JsonNode.Parse(json)!;
            broken[part]![name] = true;

            Assert.ThrowsAny<JsonException>(() => Origin.Of(Encoding.UTF8.GetBytes(broken.ToJsonString())).Lead);
        }
    }

    [Fact]
    public void Nothing_of_a_lead_is_shared_with_another()
    {
        var json = Stored(new OriginForm(A.Lead(), new ScoreCard(1, 2, 3, null, [new ScorePoint("attributes", "Size", 1)])));

        var (one, other) = (UsualOrigin.Read(json)!, UsualOrigin.Read(json)!);

        Assert.Same(one.Score.Trace[0], other.Score.Trace[0]);
        Assert.NotSame(one.Lead.Source, other.Lead.Source);
        Assert.NotSame(one.Lead.Contact.Name, other.Lead.Contact.Name);
        Assert.NotSame(one.Lead.Engagements[0].What, other.Lead.Engagements[0].What);
    }

    private static byte[] Stored(OriginForm form) => JsonSerializer.SerializeToUtf8Bytes(form, Form);

    private static string Shown(OriginForm form) => Encoding.UTF8.GetString(Stored(form));
}
