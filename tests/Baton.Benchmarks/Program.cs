using Baton.Benchmarks;

return await BenchmarkCommands.Root().Parse(args).InvokeAsync();
