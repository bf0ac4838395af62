namespace DefectVision.Training.Labels.Doctor;

/// <summary>
/// Sets of pictures that hang together by nearness. Two words that differ in at most 7 bits agree in one of 8 bands of 8 bits at least, so that
/// only pictures that share a band are compared, and none that already hang together.
/// </summary>
internal static class NearDuplicates
{
    private const int Bands = Fingerprint.MostBits + 1;
    private const int BandBits = 64 / Bands;

    /// <returns>Of each set with at least two members the places in the list, ascending; the sets in the order of their first member.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<Fingerprint> prints, CancellationToken cancel)
    {
        var parent = Enumerable.Range(0, prints.Count).ToArray();
        for (var band = 0; band < Bands; band++)
        {
            foreach (var alike in Enumerable.Range(0, prints.Count).GroupBy(at => (byte)(prints[at].Word >> (BandBits * band))))
            {
                cancel.ThrowIfCancellationRequested();
                Join(prints, [.. alike], parent);
            }
        }

        return
        [
            .. Enumerable.Range(0, prints.Count)
                .GroupBy(at => Root(parent, at))
                .Where(group => group.Count() > 1)
                .Select(group => (IReadOnlyList<int>)[.. group]),
        ];
    }

    private static void Join(IReadOnlyList<Fingerprint> prints, int[] alike, int[] parent)
    {
        for (var one = 0; one < alike.Length; one++)
        {
            for (var other = one + 1; other < alike.Length; other++)
            {
                var (first, second) = (Root(parent, alike[one]), Root(parent, alike[other]));
                if (first != second && prints[alike[one]].IsNear(prints[alike[other]]))
                {
                    parent[Math.Max(first, second)] = Math.Min(first, second);
                }
            }
        }
    }

    private static int Root(int[] parent, int at)
    {
        while (parent[at] != at)
        {
            at = parent[at] = parent[parent[at]];
        }

        return at;
    }
}
