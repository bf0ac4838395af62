using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// A list that a person or a program wrote for an inspection, as spreadsheets save it: a header line, columns in any order and any case, as text
/// (<see cref="CsvCells"/>) or as a workbook (<see cref="WorkbookCells"/>). What was put into a cell for a spreadsheet alone is taken off again
/// (<see cref="CsvPlain"/>). Lines that begin with '#' are remarks, <c># key: value</c>.
/// </summary>
public sealed class CsvTable
{
    private const long MostBytes = 256L << 20;

    private readonly string[] _header;
    private readonly ListCells _cells;
    private readonly Lazy<NumberMark> _numbers;
    private readonly Dictionary<string, DayOrder> _days = new(StringComparer.Ordinal);

    private CsvTable(string name, string sha256, string[] header, ListCells cells, int linesOfHeader)
    {
        Name = name;
        Sha256 = sha256;
        _header = header;
        _cells = cells;
        WholeLines = [.. cells.Rows.Skip(linesOfHeader).Select(row => new CsvLine(this, row.Number, row.Fields))];
        _numbers = new(NumbersOf);
    }

    /// <summary>The file's own name, for errors.</summary>
    public string Name { get; }

    /// <summary>Of the file's bytes, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>Every line.</summary>
    /// <exception cref="IntakeException">A line is broken: without it the list would say less than it does.</exception>
    public IReadOnlyList<CsvLine> Lines => _cells.Broken.Count == 0 ? WholeLines : throw new IntakeException(_cells.Broken);

    /// <summary>The lines that are not broken, for those who report the others.</summary>
    internal IReadOnlyList<CsvLine> WholeLines { get; }

    public IReadOnlyList<CsvRemark> Remarks => _cells.Remarks;

    /// <summary>Of the header, in its order, in lower case.</summary>
    public IReadOnlyList<string> Columns => _header;

    /// <summary>What separates the decimals of its numbers, as far as its kind and its other cells tell.</summary>
    internal NumberMark Numbers => _numbers.Value;

    public bool Has(string column) => _header.Contains(column);

    /// <summary>Position of a column; -1 where the list has none of this name.</summary>
    public int At(string column) => Array.IndexOf(_header, column);

    /// <exception cref="IntakeException">It cannot be read, or a wanted column is missing.</exception>
    public static CsvTable Read(string file, params ReadOnlySpan<string> wanted)
    {
        var (name, sha256, cells) = Opened(file, wanted);
        if (cells.Rows.Count == 0)
        {
            throw cells.Broken.Count > 0 ? new IntakeException(cells.Broken) : new IntakeException($"{name}(1): found no header, wanted at least the columns {string.Join(", ", wanted)}");
        }

        var (number, fields) = cells.Rows[0];
        var header = fields.Select(ColumnName.Of).ToArray();
        foreach (var column in wanted)
        {
            if (!header.Contains(column))
            {
                throw new IntakeException(FormattableString.Invariant($"{name}({number}): found the columns {WrongLine.Cut(string.Join(", ", fields), 200)}, wanted at least {string.Join(", ", wanted)}"));
            }
        }

        return new CsvTable(name, sha256, header, cells, linesOfHeader: 1);
    }

    /// <summary>A list without a header line: its lines know no columns, only <see cref="CsvLine.Fields"/>.</summary>
    /// <param name="expected">Columns of its first line, where that is a header after all: they tell the separator.</param>
    /// <exception cref="IntakeException">It cannot be read.</exception>
    public static CsvTable WithoutHeader(string file, params ReadOnlySpan<string> expected)
    {
        var (name, sha256, cells) = Opened(file, expected);
        return new CsvTable(name, sha256, [], cells, linesOfHeader: 0);
    }

    /// <summary>The first lines of a file as cells, for those who ask what list it is; none where it is no list.</summary>
    /// <param name="expected">Columns that the first of them may name: they tell the separator.</param>
    public static IReadOnlyList<IReadOnlyList<string>> FirstLines(string file, int count, params ReadOnlySpan<string> expected)
    {
        try
        {
            return [.. Opened(file, expected).Cells.Rows.Take(count).Select(row => row.Fields)];
        }
        catch (IntakeException)
        {
            return [];
        }
    }

    /// <summary>The name of a column as <see cref="Columns"/> has it, whatever language, case and blanks its header has.</summary>
    public static string ColumnOf(string header) => ColumnName.Of(header);

    private static (string Name, string Sha256, ListCells Cells) Opened(string file, ReadOnlySpan<string> expected)
    {
        var name = Path.GetFileName(file);
        if (new FileInfo(file).Length > MostBytes)
        {
            throw new IntakeException($"{name}: found more than {MostBytes >> 20} MB, wanted a list");
        }

        var bytes = PlainFile.Bytes(file);
        var cells = WorkbookCells.IsWorkbook(bytes) ? WorkbookCells.Read(bytes, name)
            : ListText.Of(bytes) is { } text ? CsvCells.Read(text, name, [.. expected])
            : throw new IntakeException($"{name}: found bytes that are no text, wanted a list saved as CSV UTF-8 or as an Excel workbook (.xlsx)");
        return (name, Convert.ToHexStringLower(SHA256.HashData(bytes)), cells);
    }

    /// <summary>Every line, read; wrong lines are gathered, so that all are reported at once.</summary>
    /// <param name="read">Throws for a line that is wrong.</param>
    /// <param name="reading">Where wrong lines and what was assumed go; null: wrong lines are an error at once.</param>
    /// <param name="numbers">Columns of numbers.</param>
    /// <param name="days">Columns of days.</param>
    /// <exception cref="IntakeException">There are wrong lines and nowhere to put them; the message names each.</exception>
    internal IReadOnlyList<T> Each<T>(Func<CsvLine, T> read, ListReading? reading, IReadOnlyList<string>? numbers = null, IReadOnlyList<string>? days = null)
    {
        var wrong = new List<WrongLine>(_cells.Broken);
        var all = new List<T>(WholeLines.Count);
        foreach (var line in WholeLines)
        {
            try
            {
                all.Add(read(line));
            }
            catch (IntakeException fault) when (fault.Lines.Count > 0)
            {
                wrong.AddRange(fault.Lines);
            }
        }

        if (wrong.Count > 0 && reading is null)
        {
            throw new IntakeException([.. wrong.OrderBy(line => line.Line)]);
        }

        reading?.Add(wrong.OrderBy(line => line.Line));
        reading?.Note(Assumed(numbers ?? [], days ?? []));
        return all;
    }

    /// <summary>What was assumed about the file, its numbers and the dates of a column, a sentence each.</summary>
    /// <param name="numbers">Columns of numbers.</param>
    /// <param name="days">Columns of days.</param>
    private IEnumerable<FormattableString> Assumed(IReadOnlyList<string> numbers, IReadOnlyList<string> days)
    {
        foreach (var sentence in _cells.Assumed)
        {
            yield return sentence;
        }

        if (Cells(numbers).Any(cell => cell.Contains(',', StringComparison.Ordinal)) && Numbers is NumberMark.Comma or NumberMark.CommaAssumed or NumberMark.Mixed)
        {
            yield return $"{Name}: a comma in a number is the decimal comma.";
        }

        foreach (var column in days.Where(Has))
        {
            var readings = WholeLines.Select(line => WrittenMoment.Read(line[column])).ToList();
            if (readings.Any(one => one is [{ IsSerial: true }]))
            {
                yield return $"{Name}: Excel's day numbers in the column {column} were read as dates.";
            }

            if (readings.Any(one => one.Count > 1) && OrderOfDays(column) is var order and not DayOrder.Unknown)
            {
                yield return order == DayOrder.DayFirst
                    ? (FormattableString)$"{Name}: dates in the column {column} have the day first, as other dates of this column show."
                    : $"{Name}: dates in the column {column} have the month first, as other dates of this column show.";
            }
        }
    }

    /// <summary>What comes first in the dates of a column: one that has a single reading settles the others; dates that contradict one another settle nothing.</summary>
    internal DayOrder OrderOfDays(string column)
    {
        if (!_days.TryGetValue(column, out var order))
        {
            var shown = WholeLines.Select(line => WrittenMoment.Read(line[column])).Where(one => one.Count == 1).Select(one => one[0].Settles).Where(one => one != DayOrder.Unknown).Distinct().ToList();
            _days[column] = order = shown is [var only] ? only : DayOrder.Unknown;
        }

        return order;
    }

    // "54,1" and "54.1" are clear; "1,234" is what the clear ones of the list make it, otherwise what its kind makes it.
    private NumberMark NumbersOf()
    {
        var shown = WholeLines.SelectMany(line => line.Fields).Select(Quantity.Shows).OfType<NumberMark>().Distinct().ToList();
        return shown switch
        {
            [var only] => only,
            [] => _cells.Decimals,
            _ => NumberMark.Mixed,
        };
    }

    private IEnumerable<string> Cells(IReadOnlyList<string> columns) => WholeLines.SelectMany(line => columns.Select(column => line[column]));
}
