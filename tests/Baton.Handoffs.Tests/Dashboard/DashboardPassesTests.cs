using System.Buffers.Text;
using Baton.Handoffs.Dashboard;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Tests.Doubles;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Dashboard;

public sealed class DashboardPassesTests
{
    private const string Old = "an-old-key-of-more-than-thirty-two-characters";
    private const string New = "a-new-key-of-more-than-thirty-two-characters";

    private static readonly EmailAddress Aoi = EmailAddress.Parse("aoi@example.com");

    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 20, 5, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(PassKind.Link, 15)]
    [InlineData(PassKind.Visit, 12 * 60)]
    public void A_pass_names_whose_it_is_until_it_has_run_out(PassKind kind, int minutes)
    {
        var passes = new DashboardPasses([New], clock);
        var pass = passes.Issue(kind, Aoi);

        clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.Equal(Aoi, passes.Read(kind, pass));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(passes.Read(kind, pass));
    }

    [Fact]
    public void A_link_is_no_visit_and_a_visit_no_link()
    {
        var passes = new DashboardPasses([New], clock);

        Assert.Null(passes.Read(PassKind.Visit, passes.Issue(PassKind.Link, Aoi)));
        Assert.Null(passes.Read(PassKind.Link, passes.Issue(PassKind.Visit, Aoi)));
    }

    [Fact]
    public void A_key_is_replaced_without_anybody_being_sent_away()
    {
        var before = new DashboardPasses([Old], clock).Issue(PassKind.Visit, Aoi);
        var meanwhile = new DashboardPasses([New, Old], clock);

        Assert.Equal(Aoi, meanwhile.Read(PassKind.Visit, before));
        Assert.Equal(Aoi, new DashboardPasses([New], clock).Read(PassKind.Visit, meanwhile.Issue(PassKind.Visit, Aoi)));
        Assert.Null(new DashboardPasses([New], clock).Read(PassKind.Visit, before));
    }

    [Fact]
    public void A_pass_in_which_anything_was_changed_is_none()
    {
        var passes = new DashboardPasses([New], clock);
        var right = Base64Url.DecodeFromChars(passes.Issue(PassKind.Link, Aoi));
        Prop.ForAll(Gen.Choose(0, right.Length - 1).Zip(Gen.Choose(1, 255)).ToArbitrary(), change =>
        {
            var wrong = right.ToArray();
            wrong[change.Item1] ^= (byte)change.Item2;
            Assert.Null(passes.Read(PassKind.Link, Base64Url.EncodeToString(wrong)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_comes_from_outside_is_read_without_an_error()
    {
        var passes = new DashboardPasses([New], clock);
        Prop.ForAll<string?, byte[]>((text, bytes) =>
        {
            Assert.Null(passes.Read(PassKind.Link, text));
            Assert.Null(passes.Read(PassKind.Link, Base64Url.EncodeToString(bytes)));
        }).QuickCheckThrowOnFailure();
    }
}
