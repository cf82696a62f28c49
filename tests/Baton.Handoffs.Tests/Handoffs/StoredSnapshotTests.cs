using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Nudges;

namespace Baton.Handoffs.Tests.Handoffs;

public sealed class StoredSnapshotTests
{
    [Fact]
    public void Any_snapshot_is_read_as_the_serializer_reads_it() => Histories.Check(story =>
    {
        foreach (var handoff in Snapshots(story))
        {
            var json = Stored(handoff);

            var read = HandoffJson.Read(json, handoff.Origin);

            Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(Stored(read)));
            Assert.Equal(Full(Serialized(json, handoff.Origin)), Full(read));
            Assert.Equal(Full(handoff), Full(read));
        }
    });

    [Fact]
    public void Snapshots_leads_and_facts_are_written_as_the_serializer_writes_them() => Histories.Check(story =>
    {
        foreach (var handoff in Snapshots(story))
        {
            Assert.Equal(Encoding.UTF8.GetString(Stored(handoff)), Encoding.UTF8.GetString(HandoffJson.Write(handoff)));
            Assert.Equal(Encoding.UTF8.GetString(Stored(handoff)), Encoding.UTF8.GetString(HandoffJson.Write(handoff, HandoffJson.WithoutOrigin)));
            AssertSame(new OriginForm(handoff.Lead, handoff.Score), HandoffJson.Stored.OriginForm);
            AssertSame(FactOf.Handoff(handoff, story.Terms), HandoffJson.Stored.HandoffFact);
        }
    });

    [Fact]
    public void What_a_lead_says_in_any_script_is_written_as_the_serializer_writes_it()
    {
        foreach (var text in new[] { "株式会社\u3000リード商事", "😀 <b>&amp;\"'</b>", "\u0000\u001f\u2028\ufeff", "\ud800 half", "{{DATE(2026-12-01T00:00:00Z)}}" })
        {
            var lead = A.Lead() with { Need = text, Company = new Company { Name = text }, Attributes = new Dictionary<string, string> { [text] = text } };
            AssertSame(lead, HandoffJson.Stored.Lead);
            AssertSame(new Inbox { Person = Staff.Aoi.Email }, HandoffJson.Stored.Inbox);
        }
    }

    [Fact]
    public void The_way_from_offered_to_contacted_is_read_without_the_serializer()
    {
        var offered = HandoffStory.Of(A.Lead(), A.Terms());
        var accepted = offered.Does(Staff.Aoi, new Intent.Accept());
        var contacted = accepted.Does(Staff.Aoi, new Intent.Touch());

        Assert.All([offered.Handoff, accepted.Handoff, contacted.Handoff], h => Assert.NotNull(UsualSnapshot.Read(Stored(h), h.Origin)));
    }

    [Fact]
    public void What_is_configured_is_read_once_and_what_is_said_of_a_lead_is_not_kept()
    {
        var (one, other) = (HandoffStory.Of(A.Lead(), A.Terms()).Handoff, HandoffStory.Of(A.Lead() with { ExternalId = "another" }, A.Terms()).Handoff);

        var (first, second) = (HandoffJson.Read(Stored(one), one.Origin), HandoffJson.Read(Stored(other), other.Origin));

        Assert.NotEqual(first.Id, second.Id);
        Assert.Same(first.Route.Pool, second.Route.Pool);
        Assert.Same(first.Clocks[0].Ladder, second.Clocks[0].Ladder);
        Assert.NotSame(first.Route.Trace[0].Because, second.Route.Trace[0].Because);
    }

    [Fact]
    public void A_property_of_a_newer_release_is_passed_over()
    {
        var handoff = HandoffStory.Of(A.Lead(), A.Terms()).Handoff;
        foreach (var place in new Func<JsonObject, JsonObject>[] { j => j, j => j["clocks"]![0]!.AsObject(), j => j["last"]!.AsObject(), j => j["milestones"]!.AsObject() })
        {
            var json = JsonNode.Parse(Stored(handoff))!.AsObject();
            place(json)[new string('n', 40)] = new JsonArray(1, new JsonObject { ["of"] = "it" });

            Assert.Equal(Full(handoff), Full(HandoffJson.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), handoff.Origin)));
        }
    }

    [Fact]
    public void What_is_no_snapshot_is_a_JSON_error()
    {
        var handoff = HandoffStory.Of(A.Lead(), A.Terms()).Handoff;
        var json = Stored(handoff);
        for (var length = 0; length < json.Length; length++)
        {
            Assert.ThrowsAny<JsonException>(() => HandoffJson.Read(json.AsSpan(0, length), handoff.Origin));
        }

        Assert.ThrowsAny<JsonException>(() => HandoffJson.Read([.. json, .. "{}"u8], handoff.Origin));

        // What should be an object ends there, and its parts follow.
        var scattered = JsonNode.Parse(json)!.AsObject();
        scattered.Remove("last");
        var parts = """ "last":0,"kind":"accepted","by":"a@b.example","at":"2026-01-01T00:00:00Z"} """;
        Assert.ThrowsAny<JsonException>(() => HandoffJson.Read(Encoding.UTF8.GetBytes(scattered.ToJsonString()[..^1] + "," + parts), handoff.Origin));
        foreach (var property in JsonNode.Parse(json)!.AsObject().Select(p => p.Key).Where(k => k is "id" or "version" or "state" or "route" or "last" or "milestones" or "clocks"))
        {
            var broken = JsonNode.Parse(json)!.AsObject();
            broken[property] = true;

            Assert.ThrowsAny<JsonException>(() => HandoffJson.Read(Encoding.UTF8.GetBytes(broken.ToJsonString()), handoff.Origin));
        }
    }

    private static IEnumerable<Handoff> Snapshots(HandoffStory story)
    {
        Handoff? handoff = null;
        foreach (var happened in story.Timeline)
        {
            yield return handoff = Fold.Apply(handoff, happened);
        }
    }

    private static void AssertSame<T>(T value, JsonTypeInfo<T> type)
    {
        // Without it the two would be the same by themselves.
        Assert.NotNull(type.SerializeHandler);
        Assert.Equal(JsonSerializer.Serialize(value, type), Encoding.UTF8.GetString(HandoffJson.Write(value, type)));
    }

    private static byte[] Stored(Handoff handoff) => JsonSerializer.SerializeToUtf8Bytes(handoff, HandoffJson.WithoutOrigin);

    private static Handoff Serialized(byte[] json, Origin origin) => JsonSerializer.Deserialize(json, HandoffJson.WithoutOrigin)! with { Origin = origin };

    private static string Full(Handoff handoff) => JsonSerializer.Serialize(handoff, HandoffJson.Stored.Handoff);
}
