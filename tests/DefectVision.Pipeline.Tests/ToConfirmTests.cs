using System.Text;
using DefectVision.Evidence;
using DefectVision.Fixtures;
using DefectVision.Inspection.Reviewing;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests;

/// <summary>Rule: to-confirm.csv with answers filled in is a list of what readers said, also as Excel saves it with semicolons.</summary>
public sealed class ToConfirmTests : IDisposable
{
    private static readonly string[] Answers = ["yes", "NO", "", "unsure"];

    private readonly Shipment _shipment = new();

    public ToConfirmTests()
    {
        _shipment.Put("0815/017_front.jpg", Photos.Stain(1));
        _shipment.Put("0815/018_front.jpg", Photos.Hole(2));
        _shipment.Put("0815/=1+1_front.jpg", Photos.Stain(3));
        _shipment.Put("0815/2-11_front.jpg", Photos.Stain(4));
        _shipment.Put("0815/a;b, c_front.jpg", Photos.Stain(5));
        _shipment.Put("0815/020_front.jpg", Photos.Good(6));
        _shipment.Put("批次/1_front.jpg", Photos.Good(7));
        _shipment.Put("批次/2_front.jpg", Photos.Good(8));
    }

    public void Dispose() => _shipment.Dispose();

    [Theory]
    [InlineData(',', true)]
    [InlineData(';', true)]
    [InlineData(';', false)]
    [InlineData('\t', false)]
    public void What_was_written_is_read_back_with_the_answers(char separator, bool keepsFormulas)
    {
        var first = _shipment.Inspect();
        var rows = Rows(_shipment.Outputs(first, "out")[EvidenceWriter.ToConfirmName]);
        Assert.Equal(["0815", "批次"], rows.Select(row => Plain(row[0])).Distinct());
        Assert.Equal(7, rows.Count);
        Assert.DoesNotContain(rows, row => Plain(row[1]) == "020");
        Save(rows, separator, keepsFormulas);

        var second = _shipment.Inspect();

        Assert.Equal(rows.Count(row => row[2].Length > 0), second.Confirmed!.Readings.Count);
        Assert.Equal(rows.Count(row => row[2].Length == 0), second.Confirmed.Unanswered);
        Assert.Equal(["Li"], second.Confirmed.Readers);
        foreach (var row in rows)
        {
            var item = Shipment.LotOf(second, Plain(row[0])).Lot.Items.Single(item => item.Name == Plain(row[1]));
            Assert.Equal(
                row[2] switch { "yes" => ReviewAnswer.Confirmed, "NO" => ReviewAnswer.Overruled, "unsure" => ReviewAnswer.Disputed, _ => (ReviewAnswer?)null },
                item.Review?.Answer);
        }
    }

    [Fact]
    public void After_the_answers_only_what_is_still_open_is_listed()
    {
        var rows = Rows(_shipment.Outputs(_shipment.Inspect(), "out")[EvidenceWriter.ToConfirmName]);
        Save(rows, ';', keepsFormulas: true);
        var left = Rows(_shipment.Outputs(_shipment.Inspect(), "out")[EvidenceWriter.ToConfirmName]);
        Assert.Equal(
            rows.Where(row => row[2] is "" or "unsure").Select(row => (row[0], row[1])).Order(),
            left.Select(row => (row[0], row[1])).Order());
    }

    [Fact]
    public void A_list_that_nobody_filled_in_changes_nothing()
    {
        var first = _shipment.Inspect();
        _shipment.Put(Confirmations.FileName, _shipment.Outputs(first, "out")[EvidenceWriter.ToConfirmName]);
        var second = _shipment.Inspect();
        Assert.Empty(second.Confirmed!.Readings);
        Assert.Equal(first.Lots.Select(lot => (lot.Verdict, lot.Tally.Review)), second.Lots.Select(lot => (lot.Verdict, lot.Tally.Review)));
    }

    // Excel shows ="017" as 017 and saves what it shows; an apostrophe stays.
    private static string Plain(string cell) => cell.StartsWith("=\"", StringComparison.Ordinal) ? cell[2..^1] : cell.StartsWith("'=", StringComparison.Ordinal) ? cell[1..] : cell;

    private void Save(List<string[]> rows, char separator, bool keepsFormulas)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            rows[at][2] = Answers[at % Answers.Length];
            rows[at][3] = rows[at][2].Length > 0 ? "Li" : "";
            rows[at][4] = rows[at][2].Length > 0 ? "2026-11-24T07:30:00Z" : "";
        }

        string[] header = ["lot", "item", "confirmed", "reader", "time", "defect_class", "severity", "cause", "photo", "score", "why"];
        var saved = rows.Select(row => row.Select(cell => keepsFormulas || !cell.StartsWith("=\"", StringComparison.Ordinal) ? cell : Plain(cell)));
        _shipment.Put(Confirmations.FileName, "\uFEFF" + string.Concat(saved.Prepend(header).Select(row => string.Join(separator, row.Select(Quoted)) + "\r\n")));

        string Quoted(string cell) => cell.AsSpan().IndexOfAny(separator, '"', '\n') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // A reader of RFC 4180 of its own, so that the writer is not checked by its own rules.
    private static List<string[]> Rows(byte[] file)
    {
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), file[..3]);
        var rows = new List<string[]>();
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        var text = Encoding.UTF8.GetString(file.AsSpan(3));
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"' when isQuoted && at + 1 < text.Length && text[at + 1] == '"':
                    cell.Append('"');
                    at++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !isQuoted:
                    cells.Add(cell.ToString());
                    cell.Clear();
                    rows.Add([.. cells]);
                    cells.Clear();
                    at++;
                    break;
                default:
                    cell.Append(text[at]);
                    break;
            }
        }

        Assert.All(rows, row => Assert.Equal(12, row.Length));
        return rows[1..];
    }
}
