using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Charts;

/// <summary>What the histogram of a lot's scores shows: whether its flags were close calls.</summary>
internal static class ScoreFinding
{
    public static FormattableString Of(ScoreSpread spread)
    {
        var (above, below) = (spread.Above, spread.Items - spread.Above);
        if (above == 0)
        {
            return spread.JustBelow == 0
                ? (FormattableString)$"No item reaches the line, and none comes within one bar of it."
                : $"No item reaches the line; within one bar of it: {Figures.Count(spread.JustBelow)} of {Figures.Count(below)}.";
        }

        if (spread.JustAbove + spread.JustBelow == 0)
        {
            return $"No item is within one bar of the line: none of these calls was close.";
        }

        return below == 0
            ? (FormattableString)$"Every item is on the right of the line; within one bar of it, where a call is closest: {Figures.Count(spread.JustAbove)} of {Figures.Count(above)}."
            : $"Within one bar of the line, where a call is closest: {Figures.Count(spread.JustAbove)} of {Figures.Count(above)} items on its right and {Figures.Count(spread.JustBelow)} of {Figures.Count(below)} on its left.";
    }
}
