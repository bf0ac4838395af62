using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Report;

/// <summary>
/// Numbers the figures in the order in which they stand, while the blocks are read: each reading begins anew, so HTML and PDF cannot get out of step.
/// </summary>
internal static class FigureNumbers
{
    /// <param name="pageOne">Its chart is figure 1 and says so itself, in one part or several; it may have none.</param>
    /// <param name="others">Their captions are without a number.</param>
    /// <param name="words">In which a caption begins.</param>
    public static IEnumerable<Block> Of(IEnumerable<Block> pageOne, IEnumerable<Block> others, Words words)
    {
        var number = 0;
        foreach (var block in pageOne)
        {
            number = block is Figure ? 1 : number;
            yield return block;
        }

        foreach (var block in others)
        {
            yield return block is Figure figure
                ? figure with { Caption = words.Say($"{new Styled($"Figure {Figures.Count(++number)}.", Setting.Strong)} {figure.Caption}") }
                : block;
        }
    }
}
