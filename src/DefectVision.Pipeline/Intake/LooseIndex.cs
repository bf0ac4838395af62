namespace DefectVision.Pipeline.Intake;

/// <summary>Finds what a list means by a name: the thing of exactly that name, otherwise what fits it under the first of <see cref="LooseName.Ways"/> that fits anything.</summary>
/// <param name="things">All there are.</param>
/// <param name="nameOf">By which a list may name them.</param>
internal sealed class LooseIndex<T>(IReadOnlyCollection<T> things, Func<T, string> nameOf)
{
    private readonly ILookup<string, T> _exact = things.ToLookup(nameOf, StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, T>>[] _loose = [.. LooseName.Ways.Select(way => new Lazy<ILookup<string, T>>(() => things.ToLookup(thing => way(nameOf(thing)), StringComparer.Ordinal)))];

    /// <param name="written">The name, as the list has it.</param>
    /// <param name="isMeant">What else the list says of it.</param>
    /// <returns>All that fit equally well; none where nothing does.</returns>
    public IReadOnlyList<T> Fitting(string written, Func<T, bool> isMeant)
    {
        var fitting = _exact[written].Where(isMeant).Distinct().ToList();
        for (var way = 0; fitting.Count == 0 && way < _loose.Length; way++)
        {
            fitting = [.. _loose[way].Value[LooseName.Ways[way](written)].Where(isMeant).Distinct()];
        }

        return fitting;
    }
}
