using System.CommandLine;
using Baton.Handoffs.Leads;
using Spectre.Console;

namespace Baton.Bot.Commands;

/// <summary><c>baton erase</c>: shows what is known of a person, and with <c>--yes</c> forgets it.</summary>
internal static class EraseCommand
{
    /// <summary>Makes the command for the configured store.</summary>
    public static Command Create() => Create(OpenStore.AsConfiguredAsync);

    /// <summary>Makes the command.</summary>
    /// <param name="open">Opens the product on its store; null after telling why it cannot.</param>
    /// <param name="console">Where it is shown; the process's own console when left out.</param>
    public static Command Create(Func<CancellationToken, Task<ServiceProvider?>> open, IAnsiConsole? console = null)
    {
        var email = new Argument<string>("e-mail") { Description = "The person's address." };
        var yes = new Option<bool>("--yes") { Description = "Erase. Without it only what would be erased is shown." };
        var mayReturn = new Option<bool>("--may-return") { Description = "Take a lead of the person that is sent later as a new one. Without it the person is never offered again." };
        email.Validators.Add(result =>
        {
            if (!EmailAddress.TryParse(result.GetValueOrDefault<string>(), out _))
            {
                result.AddError("The e-mail must be an address such as name@example.com.");
            }
        });
        var command = new Command("erase", "Erase a person: personal fields go everywhere, figures stay.") { email, yes, mayReturn };
        command.SetAction((given, cancellation) => new Erasure(open, new EraseScreen(console ?? AnsiConsole.Console))
            .RunAsync(EmailAddress.Parse(given.GetValue(email)!), given.GetValue(yes), given.GetValue(mayReturn), cancellation));
        return command;
    }
}
