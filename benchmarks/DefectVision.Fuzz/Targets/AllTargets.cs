namespace DefectVision.Fuzz.Targets;

/// <summary>The readers of other people's files, each by the name of its folder of seeds.</summary>
internal static class AllTargets
{
    private static readonly SortedDictionary<string, Func<FuzzTarget>> All = new(StringComparer.Ordinal)
    {
        ["photos"] = PhotoTarget.Make,
        ["lists"] = ListTarget.Make,
        ["agreement"] = AgreementTarget.Make,
        ["packet"] = PacketTarget.Make,
        ["model"] = ModelTarget.Make,
        ["labels"] = LabelTarget.Make,
    };

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Null where there is none of that name. It is made when it first runs: instrumented code ends the process before the fuzzer has begun.</summary>
    public static Lazy<FuzzTarget>? Named(string name) => All.GetValueOrDefault(name) is { } make ? new Lazy<FuzzTarget>(make) : null;
}
