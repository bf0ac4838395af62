using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace DefectVision.Pipeline.Intake;

/// <summary>The cells of the first sheet of an Excel workbook (.xlsx), told by its content whatever its name.</summary>
internal static class WorkbookCells
{
    private const long MostBytesUnpacked = 256L << 20;
    private const int FewestDigits = 2;

    /// <summary>Of a sheet of Excel.</summary>
    private const int MostRows = 1_048_576;

    /// <summary>Of a sheet of Excel: up to XFD.</summary>
    private const int MostColumns = 16_384;

    /// <summary>That rows and columns span. A single cell may lie anywhere, and every one up to it would be looked at.</summary>
    private const long MostCells = 32L * MostRows;

    // The reader asks for code page 1252, which .NET has only once it is registered.
    static WorkbookCells() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static bool IsWorkbook(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <exception cref="IntakeException">It cannot be read.</exception>
    public static ListCells Read(byte[] bytes, string name)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            if (archive.Entries.Sum(entry => entry.Length) > MostBytesUnpacked)
            {
                throw new IntakeException($"{name}: found a workbook of more than {MostBytesUnpacked >> 20} MB unpacked, wanted a smaller one, or CSV UTF-8");
            }

            WorkbookDepth.Check(archive);
            using var workbook = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
            return IsOfSize(workbook.RowCount, workbook.FieldCount) ? Sheet(workbook, name, WorkbookErrors.Of(archive))
                : throw new IntakeException($"{name}: found a cell far from all others, beyond the last row or column of a list, wanted the list alone on the first sheet");
        }
        catch (Exception fault) when (fault is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException or IndexOutOfRangeException
            or ArgumentException or NullReferenceException or InvalidOperationException or EndOfStreamException or KeyNotFoundException or OverflowException or InvalidCastException)
        {
            throw new IntakeException($"{name}: found no workbook that can be read ({fault.GetType().Name}), wanted an Excel workbook (.xlsx) without a password, or CSV UTF-8", fault);
        }
    }

    private static bool IsOfSize(int rows, int columns) => rows is >= 0 and <= MostRows && columns is >= 0 and <= MostColumns && (long)rows * columns <= MostCells;

    private static ListCells Sheet(IExcelDataReader workbook, string name, IReadOnlyDictionary<(int Row, int Column), string> errors)
    {
        var rows = new List<(int, string[])>();
        var remarks = new List<CsvRemark>();
        for (var number = 1; workbook.Read(); number++)
        {
            var fields = Enumerable.Range(0, workbook.FieldCount).Select(column => errors.GetValueOrDefault((number, column + 1)) ?? Cell(workbook, column)).ToArray();
            if (fields is [['#', ..], ..] && fields.Skip(1).All(string.IsNullOrWhiteSpace))
            {
                remarks.Add(new CsvRemark(number, fields[0]));
            }
            else if (fields.Any(field => !string.IsNullOrWhiteSpace(field)))
            {
                rows.Add((number, fields));
            }
        }

        FormattableString sheet = workbook.ResultsCount > 1
            ? $"{name}: the first sheet, {workbook.Name}, was read; the workbook has {workbook.ResultsCount} sheets."
            : (FormattableString)$"{name}: the sheet {workbook.Name} was read.";
        return new ListCells(rows, remarks, [sheet]);
    }

    private static string Cell(IExcelDataReader workbook, int column) => workbook.GetValue(column) switch
    {
        null => string.Empty,
        string text => text.Trim(),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        double number => Number(number, workbook.GetNumberFormatString(column)),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    // "000" shows 7 as 007, which is what a person sees and means: the name of an item.
    private static string Number(double number, string? format) =>
        format is { Length: >= FewestDigits } && format.All(letter => letter == '0') && number == Math.Floor(number) && number >= 0
            ? ((decimal)number).ToString(format, CultureInfo.InvariantCulture)
            : Math.Abs(number) < 1e15 ? Shortest(number) : number.ToString("R", CultureInfo.InvariantCulture);

    // Excel keeps 15 digits: 54.1 is not 54.1000000000000014.
    private static string Shortest(double number) => ((decimal)double.Parse(number.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
}
