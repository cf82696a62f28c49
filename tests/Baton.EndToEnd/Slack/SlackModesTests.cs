namespace Baton.EndToEnd.Slack;

/// <summary>Slack calls the program.</summary>
public sealed class SlackOverHttpTests : SlackDayTests, IAsyncLifetime
{
    public SlackOverHttpTests() : base(new HttpCompany())
    {
    }
}

/// <summary>The program opens sockets to Slack.</summary>
public sealed class SlackOverSocketsTests : SlackDayTests, IAsyncLifetime
{
    public SlackOverSocketsTests() : base(new SocketCompany())
    {
    }
}
