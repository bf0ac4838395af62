namespace DefectVision.Evidence.Charts;

/// <summary>Round marks for an axis of counts.</summary>
public static class CountTicks
{
    private const int Most = 5;

    /// <summary>From 0 by equal round steps to the last that is not above the greatest; that is at least 1.</summary>
    /// <param name="greatest">1 or more.</param>
    public static IReadOnlyList<int> To(int greatest)
    {
        var step = 1;
        for (var at = 0; greatest / step > Most; at++)
        {
            // 1, 2, 5, 10, 20, 50 ...
            step = (int)Math.Round(step * (at % 3 == 1 ? 2.5 : 2));
        }

        return [.. Enumerable.Range(0, (greatest / step) + 1).Select(tick => tick * step)];
    }
}
