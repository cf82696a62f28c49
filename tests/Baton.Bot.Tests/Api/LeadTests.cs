using System.Text;
using Baton.Bot.Tests.Api.Hosting;

namespace Baton.Bot.Tests.Api;

public class LeadTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private ApiHost Host => api.Host;

    [Fact]
    public async Task A_lead_is_answered_with_its_result_and_its_handoff()
    {
        var answer = (await Host.PostAsync("/api/leads", ALead.Json("single"))).Expect(202);

        Assert.Equal("single", answer.Result().GetProperty("externalId").GetString());
        Assert.Equal("offered", answer.Result().GetProperty("result").GetString());
        Assert.False(answer.Result().GetProperty("repeated").GetBoolean());
        Assert.Empty(answer.Result().GetProperty("missing").EnumerateArray());
        var view = (await Host.GetAsync($"/api/handoffs/{answer.Result().GetProperty("handoff").GetString()}")).Expect(200);
        Assert.Equal("Offered", view.Text("state"));
        Assert.Equal("local@api.baton.invalid", view.Json.GetProperty("timeline")[0].GetProperty("by").GetString());
    }

    [Fact]
    public async Task The_same_lead_again_is_repeated_and_makes_no_second_handoff()
    {
        var first = (await Host.PostAsync("/api/leads", ALead.Json("again"))).Expect(202).Result();
        var second = (await Host.PostAsync("/api/leads", ALead.Json("again"))).Expect(202).Result();

        Assert.True(second.GetProperty("repeated").GetBoolean());
        Assert.Equal(first.GetProperty("handoff").GetString(), second.GetProperty("handoff").GetString());
    }

    [Fact]
    public async Task A_lead_without_a_required_field_is_returned_and_says_which()
    {
        var answer = (await Host.PostAsync("/api/leads", """{ "externalId": "bare", "source": "web", "contact": { "name": "A" }, "company": { "name": "B" } }""")).Expect(202);

        Assert.Equal("returned", answer.Result().GetProperty("result").GetString());
        Assert.Contains("contact.email", answer.Result().GetProperty("missing").EnumerateArray().Select(m => m.GetString()));
    }

    [Fact]
    public async Task A_lead_that_nobody_calls_qualified_is_kept_and_told_why()
    {
        var answer = (await Host.PostAsync("/api/leads", ALead.Json("cold", more: "\"qualified\": false"))).Expect(202);

        Assert.Equal("unqualified", answer.Result().GetProperty("result").GetString());
        Assert.Equal("Sender", answer.Result().GetProperty("because").GetString());
    }

    [Fact]
    public async Task Leads_of_one_person_keep_their_order()
    {
        var leads = ALead.List(Enumerable.Range(0, 40).Select(n => ALead.Json($"same-{n}", "same@buyer.example")));

        var answer = (await Host.PostAsync("/api/leads", leads)).Expect(202);

        Assert.Equal(Enumerable.Repeat("duplicate", 39).Prepend("offered"), answer.Results());
        Assert.Single(answer.Json.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("handoff").GetString()).Distinct());
    }

    [Fact]
    public async Task Right_and_wrong_leads_in_one_list_are_told_apart_in_order()
    {
        var answer = (await Host.PostAsync("/api/leads", ALead.List(ALead.Json("mix-1"), ALead.Json("mix-2", "nowhere"), "7", ALead.Json("mix-4")))).Expect(202);

        Assert.Equal(["offered", "invalid", "invalid", "offered"], answer.Results());
        Assert.Equal("mix-2", answer.Result(1).GetProperty("externalId").GetString());
        Assert.Equal("contact.email", answer.Result(1).GetProperty("errors")[0].GetProperty("field").GetString());
        Assert.Equal("nowhere", answer.Result(1).GetProperty("errors")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_single_wrong_lead_is_refused_with_field_value_and_rule()
    {
        var answer = (await Host.PostAsync("/api/leads", ALead.Json("wrong", "not-an-address"))).Expect(400);

        Assert.Equal("contact.email: an e-mail address such as name@example.com", Assert.Single(answer.Errors()));
    }

    [Fact]
    public async Task A_list_without_a_right_lead_is_refused_and_says_where_each_is_wrong()
    {
        var answer = (await Host.PostAsync("/api/leads", ALead.List(ALead.Json("w-0", "x"), """{ "source": "web" }"""))).Expect(400);

        Assert.Equal(["[0].contact.email: an e-mail address such as name@example.com", "[1].externalId: text of 1 to 255 characters"], answer.Errors());
        Assert.Equal(["invalid", "invalid"], answer.Results());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("\"lead\"")]
    public async Task What_is_no_lead_at_all_is_refused(string json) =>
        Assert.Equal("body: a lead or a list of 1 to 1000 leads", Assert.Single((await Host.PostAsync("/api/leads", json)).Expect(400).Errors()));

    [Fact]
    public async Task A_thousand_leads_are_taken_and_one_more_is_too_many()
    {
        var thousand = Enumerable.Range(0, 1_000).Select(n => ALead.Json($"k-{n}", more: "\"qualified\": false")).ToList();

        Assert.Equal(1_000, (await Host.PostAsync("/api/leads", ALead.List(thousand))).Expect(202).Results().Count(r => r == "unqualified"));
        Assert.Contains("1000 leads", (await Host.PostAsync("/api/leads", ALead.List(thousand.Append("{}")))).Expect(413).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_does_no_harm()
    {
        using var body = new ByteArrayContent([.. "\uFEFF"u8, .. Encoding.UTF8.GetBytes(ALead.Json("bom"))]);
        body.Headers.ContentType = new("application/json");

        (await Host.SendAsync(HttpMethod.Post, "/api/leads", body)).Expect(202);
    }

    [Fact]
    public async Task Text_comes_out_as_it_went_in()
    {
        var handoff = (await Host.PostAsync("/api/leads", ALead.Json("text", more: """ "qualified": true, "need": "見積もり <b>&amp; 🤝" """))).Expect(202).Result().GetProperty("handoff").GetString();

        var view = await Host.GetAsync($"/api/handoffs/{handoff}");

        Assert.Equal("見積もり <b>&amp; 🤝", view.Json.GetProperty("lead").GetProperty("need").GetString());
    }
}
