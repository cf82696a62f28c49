using Baton.Bot.Import;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;

namespace Baton.Bot.Demo;

/// <summary>The sample leads, endless: each is the next row of the sample file, as if it had happened just now.</summary>
internal sealed class DemoLeads
{
    private const string Sample = "samples/hubspot-leads.csv";
    private static readonly string[] Campaigns = ["2026 Autumn Expo", "SLA whitepaper", "資料請求フォーム", "Pricing page"];

    private readonly IReadOnlyList<Lead> leads;
    private int next;

    private DemoLeads(IReadOnlyList<Lead> leads) => this.leads = leads;

    public static async Task<DemoLeads> ReadAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, Sample));
        var request = new ImportRequest(new ImportMappings(new ImportOptions()), null, MissingFields.Default, now);
        var leads = new List<Lead>();
        if (await LeadFile.OpenAsync(file, request, cancellation) is LeadFileOpening.Ready ready)
        {
            await foreach (var row in ready.Rows)
            {
                if (row.Reading is LeadReading.Ok { Lead: { Qualified: true } lead })
                {
                    leads.Add(lead);
                }
            }
        }

        return leads.Count > 0 ? new DemoLeads(leads) : throw new InvalidOperationException($"{Sample} holds no qualified lead.");
    }

    /// <summary>The next lead, qualified a moment before; every round through the file has ids and addresses of its own.</summary>
    public Lead Next(DateTimeOffset now, Random chance)
    {
        var lead = leads[next % leads.Count];
        var round = next / leads.Count;
        next++;
        return lead with
        {
            ExternalId = round == 0 ? lead.ExternalId : $"{lead.ExternalId}-{round}",
            Campaign = Campaigns[chance.Next(Campaigns.Length)],
            QualifiedAt = now - TimeSpan.FromMinutes(chance.Next(1, 15)),
            Contact = round == 0 || lead.Contact.Email is not { } email ? lead.Contact : lead.Contact with { Email = EmailAddress.Parse($"r{round}.{email}") },
            Engagements = [.. lead.Engagements.Select((e, i) => e with { At = e.At is null ? null : now - TimeSpan.FromHours((i * 20) + chance.Next(1, 18)) })],
        };
    }
}
