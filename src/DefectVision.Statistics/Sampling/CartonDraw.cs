namespace DefectVision.Statistics.Sampling;

/// <summary>
/// A draw of cartons, and of items within those that are opened: every set of cartons is equally likely, and so is every set of items of a carton. The items together are no simple
/// random sample of the lot; <see cref="Cartons.DyadicBound"/> says what they show of it.
/// </summary>
public static class CartonDraw
{
    /// <summary>Names generator and algorithm; printed beside every draw.</summary>
    public const string Method = "PCG32 (stream 2859), selection sampling of cartons, then of items in each, version 1";

    /// <summary>How many cartons to open: the square root of their number, rounded up. A rule that inspectors use, and no standard.</summary>
    /// <param name="cartons">1 or more.</param>
    public static int ToOpen(int cartons)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cartons, 1);
        return (int)Math.Ceiling(Math.Sqrt(cartons));
    }

    /// <summary>Cartons that a lot fills; the last may be short.</summary>
    /// <param name="lotSize">Items, 1 or more.</param>
    /// <param name="packSize">Items per carton, 1 or more.</param>
    public static int CartonsOf(int lotSize, int packSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lotSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(packSize, 1);
        return (lotSize - 1) / packSize + 1;
    }

    /// <summary>The carton that holds an item, 1 and up.</summary>
    /// <param name="position">Of the item, 1 and up.</param>
    /// <param name="packSize">Items per carton, 1 or more.</param>
    public static int CartonOf(int position, int packSize) => (position - 1) / packSize + 1;

    /// <summary>Items drawn where so many of each opened carton are: a carton that holds fewer gives all of its own.</summary>
    /// <param name="lotSize">Items, 1 or more.</param>
    /// <param name="packSize">Items per carton, 1 or more.</param>
    /// <param name="opened">Cartons, 1 to all.</param>
    /// <param name="each">Of each carton, 1 or more.</param>
    /// <param name="seed">Of the draw.</param>
    public static int SampleSize(int lotSize, int packSize, int opened, int each, ulong seed) =>
        Opened(lotSize, packSize, opened, new PinnedGenerator(seed, RandomDraw.Stream)).Sum(carton => Math.Min(each, Held(carton, lotSize, packSize)));

    /// <param name="lotSize">Items, 1 or more.</param>
    /// <param name="packSize">Items per carton, 1 or more.</param>
    /// <param name="opened">Cartons, 1 to all.</param>
    /// <param name="sampleSize">Items, spread evenly over the opened cartons: 0 to as many as they hold.</param>
    /// <param name="seed">Any; fixed before the goods are seen.</param>
    /// <returns>The positions drawn, 1..lotSize, rising.</returns>
    public static IReadOnlyList<int> Of(int lotSize, int packSize, int opened, int sampleSize, ulong seed)
    {
        var generator = new PinnedGenerator(seed, RandomDraw.Stream);
        var cartons = Opened(lotSize, packSize, opened, generator);
        int[] held = [.. cartons.Select(carton => Held(carton, lotSize, packSize))];
        if (!(sampleSize >= 0 && sampleSize <= held.Sum()))
            throw new ArgumentOutOfRangeException(nameof(sampleSize), sampleSize, $"A draw from cartons that hold {held.Sum()} items holds between 0 and {held.Sum()}.");
        var taken = new int[held.Length];
        for (var left = sampleSize; left > 0;)
        {
            for (var at = 0; at < held.Length && left > 0; at++)
            {
                if (taken[at] < held[at])
                {
                    taken[at]++;
                    left--;
                }
            }
        }
        return [.. cartons.SelectMany((carton, at) => RandomDraw.Selected(generator, held[at], taken[at]).Select(piece => (carton - 1) * packSize + piece))];
    }

    private static List<int> Opened(int lotSize, int packSize, int opened, PinnedGenerator generator)
    {
        var cartons = CartonsOf(lotSize, packSize);
        if (!(opened >= 1 && opened <= cartons))
            throw new ArgumentOutOfRangeException(nameof(opened), opened, $"Of {cartons} cartons between 1 and {cartons} can be opened.");
        return RandomDraw.Selected(generator, cartons, opened);
    }

    private static int Held(int carton, int lotSize, int packSize) => Math.Min(packSize, lotSize - (carton - 1) * packSize);
}
