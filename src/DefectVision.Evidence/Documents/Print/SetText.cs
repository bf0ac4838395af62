using SkiaSharp;

namespace DefectVision.Evidence.Documents.Print;

/// <summary>Letters of one face at their place in a line.</summary>
/// <param name="X">From the line's beginning, in points.</param>
/// <param name="Verdict">The mark to draw in place of letters; null for letters.</param>
internal sealed record SetRun(float X, float Width, string Text, SKFont Font, string Colour, string? Anchor, string? Verdict = null);

/// <summary>One line of letters.</summary>
internal sealed record SetLine(IReadOnlyList<SetRun> Runs, float Width);

/// <summary>Lines of one width, under each other.</summary>
internal sealed record SetText(IReadOnlyList<SetLine> Lines, TextStyle Style)
{
    public float Height => Lines.Count * Style.Leading;
}
