namespace DefectVision.Pipeline.Intake;

/// <summary>The cells of a list, whatever file they came from.</summary>
/// <param name="Rows">Those that hold something, the header first, each with its number in the file.</param>
/// <param name="Remarks">Rows that begin with '#'.</param>
/// <param name="Assumed">What was assumed about the file, a sentence each.</param>
internal sealed record ListCells(IReadOnlyList<(int Number, string[] Fields)> Rows, IReadOnlyList<CsvRemark> Remarks, IReadOnlyList<FormattableString> Assumed)
{
    /// <summary>Rows that fall into no cells.</summary>
    public IReadOnlyList<WrongLine> Broken { get; init; } = [];

    /// <summary>What the file's kind says of its numbers.</summary>
    public NumberMark Decimals { get; init; }
}
