namespace Baton.EndToEnd.Teams;

/// <summary>Who and what there is in the emulator; it wants five colleagues at least and takes one channel besides the general one.</summary>
internal static class PlaygroundTeam
{
    private static readonly (string Name, string Email)[] Colleagues =
    [
        ("Ren Sato", "ren@sales.example"), ("Kim Manager", "kim@sales.example"), ("Mio Marketer", "mio@sales.example"), ("Aoi Abe", "aoi@sales.example"), ("Olga Ops", "olga@sales.example"),
    ];

    /// <summary>The emulator's configuration file.</summary>
    public static string Text => $"""
        version: "0.1.1"
        tenantId: 00000000-0000-0000-0000-000000000001
        bot:
          id: 00000000-0000-0000-0000-000000000011
          name: Baton
        currentUser:
        {Person(Playground.Robin, "Robin Rep", "robin@sales.example", 0, "  ")}
        users:
        {string.Join('\n', Colleagues.Select((c, i) => Person($"user-id-{i + 1}", c.Name, c.Email, i + 1, "  - ")))}
        personalChat:
          id: "a:personal"
        groupChat:
          id: "19:group@thread.v2"
          name: Group Chat
        team:
          id: "{Playground.Sales}"
          name: Sales
          aadGroupId: 00000000-0000-0000-0000-000000000031
          channels:
            - id: "{Playground.Marketing}"
              name: Marketing
        """;

    private static string Person(string id, string name, string email, int number, string indent)
    {
        var further = indent.Replace('-', ' ');
        return $"{indent}id: {id}\n{further}name: {name}\n{further}userPrincipleName: {email}\n{further}aadObjectId: 00000000-0000-0000-0000-00000000002{number}\n"
            + $"{further}givenName: {name.Split(' ')[0]}\n{further}surname: {name.Split(' ')[1]}\n{further}email: {email}";
    }
}
