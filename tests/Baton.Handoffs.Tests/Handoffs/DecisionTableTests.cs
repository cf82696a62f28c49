using System.Reflection;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Tests.Handoffs;

public sealed class DecisionTableTests
{
    // What each intent comes to in each state when the best placed person wants it: ! it happens, 0 nothing to do, else the refusal:
    // n notNow, t alreadyTaken, d alreadyDecided, u nothingToUndo, c noContest, p pauseUnchanged.
    private const string Table = """
        Intent         Ret Off Acc Rej Con Qua Rec Dis Won Los Wit
        Accept         n   !   t   d   t   t   n   n   n   n   n
        Reject         n   !   !   d   n   n   n   n   n   n   n
        PassOn         n   !   !   n   n   n   n   n   n   n   n
        HandBack       n   n   !   n   n   n   n   n   n   n   n
        Assign         n   !   !   n   n   n   n   n   n   n   n
        Snooze         n   !   !   n   !   n   n   n   n   n   n
        Touch          n   n   !   n   !   n   n   n   n   n   n
        Qualify        n   n   n   n   !   n   n   n   n   n   n
        Recycle        n   n   n   n   !   n   n   n   n   n   n
        Disqualify     n   n   n   n   !   n   n   n   n   n   n
        Win            n   n   n   n   n   !   n   n   n   n   n
        Lose           n   n   n   n   n   !   n   n   n   n   n
        Withdraw       n   !   n   n   n   n   n   n   n   n   n
        Undo           u   u   !   !   u   u   u   u   u   u   u
        Contest        n   n   n   !   n   n   n   n   n   n   n
        DecideContest  c   c   c   c   c   c   c   c   c   c   c
        Resubmit       !   n   n   !   n   n   n   n   n   n   n
        Acknowledge    n   n   n   !   n   n   !   !   n   n   n
        Remark         !   !   !   !   !   !   !   !   !   !   !
        EditRemark     !   !   !   !   !   !   !   !   !   !   !
        DeleteRemark   !   !   !   !   !   !   !   !   !   !   !
        Pause          n   !   !   n   !   n   n   n   n   n   n
        Resume         n   p   p   n   p   n   n   n   n   n   n
        Repeat         !   !   !   n   !   !   n   n   n   n   n
        WakeUp         0   0   0   0   0   0   0   0   0   0   0
        Shown          !   !   !   !   !   !   !   !   !   !   !
        Settle         !   !   !   !   !   !   !   !   !   !   !
        Erase          !   !   !   !   !   !   !   !   !   !   !
        ForgetRelative 0   0   0   0   0   0   0   0   0   0   0
        """;

    // Who may, in the state in which it can be done at all. A CRM may correct the amount of what was won.
    private static readonly Dictionary<(string Intent, HandoffState State), string> Allowed = new()
    {
        [("Accept", HandoffState.Offered)] = "aoi ben noor otto",
        [("Reject", HandoffState.Offered)] = "aoi ben noor otto",
        [("Reject", HandoffState.Accepted)] = "aoi noor otto crm",
        [("PassOn", HandoffState.Offered)] = "aoi ben noor otto",
        [("PassOn", HandoffState.Accepted)] = "aoi noor otto crm",
        [("HandBack", HandoffState.Accepted)] = "aoi noor otto crm",
        [("Assign", HandoffState.Offered)] = "noor otto",
        [("Assign", HandoffState.Accepted)] = "noor otto",
        [("Snooze", HandoffState.Offered)] = "noor otto",
        [("Snooze", HandoffState.Accepted)] = "aoi noor otto crm",
        [("Snooze", HandoffState.Contacted)] = "aoi noor otto crm",
        [("Touch", HandoffState.Accepted)] = "aoi noor otto crm",
        [("Touch", HandoffState.Contacted)] = "aoi noor otto crm",
        [("Qualify", HandoffState.Accepted)] = "crm",
        [("Qualify", HandoffState.Contacted)] = "aoi noor otto crm",
        [("Recycle", HandoffState.Accepted)] = "crm",
        [("Recycle", HandoffState.Contacted)] = "aoi noor otto crm",
        [("Disqualify", HandoffState.Accepted)] = "crm",
        [("Disqualify", HandoffState.Contacted)] = "aoi noor otto crm",
        [("Win", HandoffState.Accepted)] = "crm",
        [("Win", HandoffState.Contacted)] = "crm",
        [("Win", HandoffState.Qualified)] = "aoi noor otto crm",
        [("Win", HandoffState.Won)] = "crm",
        [("Lose", HandoffState.Accepted)] = "crm",
        [("Lose", HandoffState.Contacted)] = "crm",
        [("Lose", HandoffState.Qualified)] = "aoi noor otto crm",
        [("Withdraw", HandoffState.Offered)] = "mika noor otto baton",
        [("Undo", HandoffState.Accepted)] = "aoi",
        [("Undo", HandoffState.Rejected)] = "aoi",
        [("Contest", HandoffState.Rejected)] = "mika noor otto",
        [("Resubmit", HandoffState.Returned)] = "mika noor otto baton",
        [("Resubmit", HandoffState.Rejected)] = "mika noor otto baton",
        [("Acknowledge", HandoffState.Rejected)] = "mika noor otto",
        [("Acknowledge", HandoffState.Recycled)] = "mika noor otto",
        [("Acknowledge", HandoffState.Disqualified)] = "mika noor otto",
        [("Pause", HandoffState.Offered)] = "noor otto",
        [("Pause", HandoffState.Accepted)] = "aoi noor otto crm",
        [("Pause", HandoffState.Contacted)] = "aoi noor otto crm",
    };

    private static readonly HandoffState[] States = Enum.GetValues<HandoffState>();

    private static readonly Dictionary<HandoffState, HandoffStory> Later = States.ToDictionary(s => s, s => Stories.In(s).After(TimeSpan.FromMinutes(1)));

    [Fact]
    public void The_table_names_every_intent_and_every_state()
    {
        var intents = typeof(Intent).GetNestedTypes(BindingFlags.Public).Where(t => t.IsSubclassOf(typeof(Intent))).Select(t => t.Name).Order();

        Assert.Equal(intents, Rows().Select(r => r.Intent).Order());
        Assert.Equal(intents, Acts.All.Keys.Order());
        Assert.All(Rows(), row => Assert.Equal(States.Length, row.Outcomes.Count));
        Assert.Equal(States.Select(s => s.ToString()[..3]), Table.Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Select(s => s.Trim()));
    }

    [Fact]
    public void Every_intent_comes_in_every_state_to_what_the_table_says() =>
        Assert.Equal(
            Rows().Select(r => $"{r.Intent}: {string.Join(" ", r.Outcomes)}"),
            Acts.All.Select(a => $"{a.Key}: {string.Join(" ", States.Select(s => Code(Moved(s).Decide(a.Value.Intent, a.Value.By))))}"));

    [Fact]
    public void Every_intent_is_allowed_to_exactly_whom_the_table_says()
    {
        foreach (var (name, (intent, _)) in Acts.All)
        {
            foreach (var state in States)
            {
                var who = Staff.All.Where(p => Moved(state).Decide(intent, p) is Decision.Happens).Select(p => p.Email.Value.Split('@')[0]);
                Assert.Equal($"{name} {state}: {WhoMay(name, state)}", $"{name} {state}: {string.Join(" ", who)}");
            }
        }
    }

    private static string WhoMay(string intent, HandoffState state) => intent switch
    {
        "Remark" or "EditRemark" or "DeleteRemark" => string.Join(" ", Staff.All.Select(p => p.Email.Value.Split('@')[0])),
        "WakeUp" or "Shown" or "Settle" or "Erase" or "ForgetRelative" => "baton",
        "Repeat" => state.IsOpen() ? "baton" : "",
        _ => Allowed.GetValueOrDefault((intent, state), ""),
    };

    private static HandoffStory Moved(HandoffState state) => Later[state];

    private static string Code(Decision decision) => decision switch
    {
        Decision.Happens { Events.Count: 0 } => "0",
        Decision.Happens => "!",
        Decision.Refused refused => refused.Why.Code switch
        {
            "notNow" => "n",
            "alreadyTaken" => "t",
            "alreadyDecided" => "d",
            "nothingToUndo" => "u",
            "noContest" => "c",
            "pauseUnchanged" => "p",
            var other => other,
        },
        _ => "?",
    };

    private static List<(string Intent, List<string> Outcomes)> Rows() =>
        [.. Table.Split('\n').Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(cells => (cells[0], cells[1..].Select(c => c.Trim()).ToList()))];
}
