using DefectVision.Benchmarks;

return args.FirstOrDefault() switch
{
    "coverage" => CoverageCommand.Run(Console.Out),
    "bounds" => BoundsCommand.Run(Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project benchmarks/DefectVision.Benchmarks -- VERB
          coverage   the smallest coverage of every guaranteed method over its grid
          bounds     milliseconds per bound for lots of up to ten million items
        """);
    return 2;
}
