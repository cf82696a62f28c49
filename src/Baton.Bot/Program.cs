using Baton.Bot.Commands;
using Baton.Bot.Workers;

return await BatonCommands.Root().Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = Farewell.Limit + Farewell.Notice });
