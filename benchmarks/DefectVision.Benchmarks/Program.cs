using DefectVision.Benchmarks;

return args.FirstOrDefault() switch
{
    "coverage" => CoverageCommand.Run(Console.Out),
    "bounds" => BoundsCommand.Run(Console.Out),
    "history" => HistoryCommand.Run(Console.Out, 10_000),
    "two-years" => TwoYearsCommand.Run(Console.Out, args.ElementAtOrDefault(1)),
    "verdicts" => VerdictsCommand.Run(Console.Out, 4_000),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project benchmarks/DefectVision.Benchmarks -- VERB
          coverage   the smallest coverage of every guaranteed method over its grid
          bounds     milliseconds per bound for lots of up to ten million items
          history    times of a history of 10,000 lots, and its size
          two-years  which warnings came in two made-up years, when, and how many were false; with a file name also writes them as a history
          verdicts   how often unread flags accept, hold and reject simulated lots
        """);
    return 2;
}
