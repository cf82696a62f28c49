using Baton.Bot.Commands;

return await BatonCommands.Root().Parse(args).InvokeAsync();
