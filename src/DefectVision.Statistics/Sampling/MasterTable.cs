using System.Collections.Immutable;
using System.Globalization;

namespace DefectVision.Statistics.Sampling;

/// <summary>
/// A master table of single sampling plans. Its rows are code letters, its columns AQLs, and along each falling diagonal
/// (row plus column) the cell is the same plan or the same arrow: one design point of the Poisson curve per diagonal.
/// So a table is one strip of cells, with the few exceptions of its first rows.
/// </summary>
internal sealed class MasterTable
{
    /// <summary>Diagonals from here on have plans in rows A to E only; below them an up arrow.</summary>
    private const int FirstDiagonalOfSmallLetters = 25;

    private readonly ImmutableArray<int> _sampleSizes;
    private readonly int _firstDiagonal;
    private readonly ImmutableArray<Cell> _strip;
    private readonly Dictionary<(SampleSizeCodeLetter Letter, int Diagonal), Cell> _exceptions;
    private readonly Extra? _extra;

    /// <param name="sampleSizes">Of the letters A to R.</param>
    /// <param name="firstDiagonal">Where the strip begins; before it every arrow points down.</param>
    /// <param name="strip">The cells of the diagonals in order: "v", "^", "3" (then the rejection number is 4) or "1/4".</param>
    /// <param name="exceptions">Cells that do not follow their diagonal.</param>
    /// <param name="extra">The plan of letter S, where there is one.</param>
    public MasterTable(ImmutableArray<int> sampleSizes, int firstDiagonal, string strip, (SampleSizeCodeLetter Letter, int FirstDiagonal, string Strip)[] exceptions, Extra? extra = null)
    {
        _sampleSizes = sampleSizes;
        _firstDiagonal = firstDiagonal;
        _strip = [.. Cells(strip)];
        _exceptions = exceptions
            .SelectMany(row => Cells(row.Strip).Select((cell, i) => (Key: (row.Letter, row.FirstDiagonal + i), cell)))
            .ToDictionary(pair => pair.Key, pair => pair.cell);
        _extra = extra;
    }

    /// <summary>The plan for a letter and AQL, with the arrows followed; an arrow that leads out of the table is followed the other way.</summary>
    public (SampleSizeCodeLetter Letter, int SampleSize, int Acceptance, int Rejection) Plan(SampleSizeCodeLetter letter, Aql aql)
    {
        if (!Enum.IsDefined(letter) || (int)letter > LastRow(aql))
            throw new ArgumentOutOfRangeException(nameof(letter), letter, $"Wanted a letter A to R at AQL {aql}; S exists for tightened inspection at AQL 0.025 only.");
        var arrow = At((int)letter, aql).Arrow;
        var row = Walk((int)letter, aql, arrow) ?? Walk((int)letter, aql, -arrow)
            ?? throw new InvalidOperationException($"The column of AQL {aql} has no plan.");
        var cell = At(row, aql);
        return ((SampleSizeCodeLetter)row, row < _sampleSizes.Length ? _sampleSizes[row] : _extra!.SampleSize, cell.Acceptance, cell.Rejection);
    }

    /// <summary>The first row with a plan, downwards (+1) or upwards (−1); null when there is none.</summary>
    private int? Walk(int row, Aql aql, int step)
    {
        while (row >= 0 && row <= LastRow(aql))
        {
            if (At(row, aql).Arrow == 0)
                return row;
            row += step;
        }
        return null;
    }

    private int LastRow(Aql aql) => aql == _extra?.Aql ? _sampleSizes.Length : _sampleSizes.Length - 1;

    private Cell At(int row, Aql aql)
    {
        if (row >= _sampleSizes.Length)
            return _extra!.Cell;
        var letter = (SampleSizeCodeLetter)row;
        var diagonal = row + aql.Column;
        if (_exceptions.TryGetValue((letter, diagonal), out var exception))
            return exception;
        if (diagonal < _firstDiagonal)
            return Cell.Down;
        if (diagonal - _firstDiagonal >= _strip.Length || (diagonal >= FirstDiagonalOfSmallLetters && letter > SampleSizeCodeLetter.E))
            return Cell.Up;
        return _strip[diagonal - _firstDiagonal];
    }

    private static IEnumerable<Cell> Cells(string strip) => strip.Split(' ').Select(Cell.Parse);

    /// <summary>The one plan that stands below the last row.</summary>
    internal sealed record Extra(Aql Aql, int SampleSize, Cell Cell);

    /// <summary>A plan, or an arrow to the first plan above (−1) or below (+1).</summary>
    internal readonly record struct Cell(int Acceptance, int Rejection, int Arrow)
    {
        public static Cell Down { get; } = new(0, 0, +1);

        public static Cell Up { get; } = new(0, 0, -1);

        public static Cell Parse(string text)
        {
            if (text is "v")
                return Down;
            if (text is "^")
                return Up;
            var numbers = text.Split('/').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            return new Cell(numbers[0], numbers.Length > 1 ? numbers[1] : numbers[0] + 1, 0);
        }
    }
}
