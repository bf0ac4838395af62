using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Report;

/// <summary>
/// Numbers the figures in the order in which they stand, while the blocks are read: each reading begins anew, so HTML and PDF cannot get out of step.
/// </summary>
internal static class FigureNumbers
{
    /// <param name="blocks">Their captions are without a number.</param>
    /// <param name="words">In which a caption begins.</param>
    public static IEnumerable<Block> Of(IEnumerable<Block> blocks, Words words)
    {
        var number = 0;
        foreach (var block in blocks)
        {
            yield return Numbered(block);
        }

        Block Numbered(Block block) => block switch
        {
            Figure figure => figure with { Caption = words.Say($"{new Styled($"Figure {Figures.Count(++number)}.", Setting.Strong)} {figure.Caption}") },
            Beside beside => new Beside([.. beside.Left.Select(Numbered)], [.. beside.Right.Select(Numbered)]),
            Box box => new Box([.. box.Blocks.Select(Numbered)]),
            _ => block,
        };
    }
}
