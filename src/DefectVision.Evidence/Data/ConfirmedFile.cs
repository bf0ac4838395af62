using System.Globalization;
using System.Text;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Data;

/// <summary>
/// A list of what readers said, as a <c>confirmed.csv</c> that an inspection reads back to the same answers. Regions and notes have no column there.
/// </summary>
public static class ConfirmedFile
{
    public const string Name = "confirmed.csv";

    private const string Header = "lot,item,confirmed,reader,time,defect_class,severity,cause";

    /// <param name="list">Of one reader and item, the answer that counts.</param>
    /// <param name="stream">Receives the file.</param>
    /// <returns>Lines written.</returns>
    public static int Write(ConfirmedList list, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(list);
        var rows = list.Readings
            .GroupBy(reading => (reading.Lot, reading.Item, Reader: ReaderName.Key(reading.Reader)))
            .SelectMany(group => ReaderAnswer.Of([.. group]).Lines)
            .OrderBy(line => line.Time)
            .Select(Row)
            .Concat(list.Different.Select(different => Row(different.Lot, different.Item, "different", different.Reader, different.Time)))
            .ToList();
        using var written = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        written.WriteLine(Header);
        foreach (var row in rows)
        {
            written.WriteLine(string.Join(',', row));
        }

        return rows.Count;
    }

    // The photo stands for its item where the reader named it.
    private static IEnumerable<string> Row(Confirmation line) =>
    [
        .. Row(line.Lot, line.Photo ?? line.Item, Word(line.Word), line.Reader, line.Time).Take(5),
        CsvCell.Name(line.DefectClass),
        CsvCell.Text(Code.Of(line.Severity)),
        CsvCell.Text(Code.Of(line.Cause)),
    ];

    private static IEnumerable<string> Row(string lot, string item, string word, string reader, DateTimeOffset time) =>
    [
        CsvCell.Name(lot),
        CsvCell.Name(item),
        word,
        CsvCell.Name(reader),
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        "",
        "",
        "",
    ];

    private static string Word(ReaderWord word) => word switch
    {
        ReaderWord.Defective => "yes",
        ReaderWord.Good => "no",
        _ => "unsure",
    };
}
