namespace DefectVision.Evidence.Documents;

/// <summary>What is said in one place: in one language, or in two.</summary>
/// <param name="First">In the document's first language.</param>
/// <param name="Second">In its second; null in a document of one language, and where both say the same.</param>
public sealed record Line(IReadOnlyList<Piece> First, IReadOnlyList<Piece>? Second = null)
{
    public static Line Empty { get; } = new([]);

    public static Line Of(params Piece[] pieces) => new(pieces);

    public static Line Of(string text) => new([new Piece(text)]);

    public bool IsEmpty => First.All(piece => piece.Text.Length == 0);

    /// <summary>The same line set in another way.</summary>
    public Line In(Setting setting) => new(With(First, setting), Second is null ? null : With(Second, setting));

    /// <summary>With a capital at its beginning, where its first letter has one.</summary>
    public Line Capitalised() => First.Count > 0 && First[0].Text is [>= 'a' and <= 'z', ..] text
        ? this with { First = [First[0] with { Text = char.ToUpperInvariant(text[0]) + text[1..] }, .. First.Skip(1)] }
        : this;

    /// <summary>The letters alone, both languages in a row.</summary>
    public override string ToString() => Second is null ? Letters(First) : $"{Letters(First)} {Letters(Second)}";

    public static string Letters(IEnumerable<Piece> pieces) => string.Concat(pieces.Select(piece => piece.ToString()));

    private static List<Piece> With(IReadOnlyList<Piece> pieces, Setting setting) => [.. pieces.Select(piece => piece with { Setting = piece.Setting | setting })];
}
