using System.Globalization;
using System.Text;
using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>Rule: a first shipment needs no model; what persons answered for it becomes one, which inspects the next shipment.</summary>
public sealed class FirstModelTests : IDisposable
{
    private const int Photographed = 18;
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Answers_to_a_shipment_that_was_inspected_without_a_model_become_a_model_that_inspects_the_next()
    {
        for (var number = 0; number < Photographed; number++)
        {
            _desk.Put(FormattableString.Invariant($"PO-1/lot/{number:00}_front.jpg"), Piece(number, IsDefective(number)));
            _desk.Put(FormattableString.Invariant($"PO-2/lot/{number:00}_front.jpg"), Piece(500 + number, IsDefective(number)));
        }

        Assert.InRange((await _desk.Run("inspect", "PO-1", "--no-pdf")).ExitCode, 0, 2);
        var early = (await Train()).Gave(65);
        Assert.Contains("error: PO-1: found no item that a person answered for, wanted answers: fill in to-confirm.csv as confirmed.csv and inspect again", early.Error, StringComparison.Ordinal);

        File.WriteAllLines(_desk.At("PO-1/confirmed.csv"), Answered(File.ReadAllLines(_desk.At("inspections/PO-1/to-confirm.csv"))), Encoding.UTF8);
        Assert.InRange((await _desk.Run("inspect", "PO-1", "--no-pdf")).ExitCode, 0, 2);
        var trained = (await Train()).Gave(0);
        Assert.Contains("answers of persons in the inspection PO-1: 18 items, reader A. Reader; the doctor", File.ReadAllText(_desk.At("cloth.md")), StringComparison.Ordinal);
        Assert.Contains("good 12, spot 6", trained.Out, StringComparison.Ordinal);

        var next = await _desk.Run("inspect", "PO-2", "--model", "cloth.onnx", "--no-pdf", "--format", "jsonl");
        Assert.InRange(next.ExitCode, 0, 2);
        var flagged = next.Out.Split('\n').Where(line => line.Contains("\"standing\":\"flagged\"", StringComparison.Ordinal)).ToList();
        var isFlagged = Enumerable.Range(0, Photographed).Select(number => flagged.Exists(line => line.Contains(FormattableString.Invariant($"lot/{number:00}_front.jpg"), StringComparison.Ordinal))).ToList();
        Assert.InRange(isFlagged.Where((_, number) => IsDefective(number)).Count(one => one), 4, 6);
        Assert.InRange(isFlagged.Where((_, number) => !IsDefective(number)).Count(one => one), 0, 4);
    }

    [Fact]
    public async Task Without_a_set_and_without_a_case_it_is_wrong_usage_and_so_is_an_option_of_a_set_without_one()
    {
        Assert.Contains("DATASET, --from-case: found neither, wanted one at least", (await _desk.Run("train", "--out", "x.onnx")).Gave(64).Error, StringComparison.Ordinal);
        Assert.Contains(
            "--group: found no DATASET, wanted one",
            (await _desk.Run("train", "--from-case", "here", "--group", "x", "--out", "x.onnx")).Gave(64).Error,
            StringComparison.Ordinal);
        Assert.Contains("nowhere: no such folder", (await _desk.Run("train", "--from-case", "nowhere", "--out", "x.onnx")).Gave(66).Error, StringComparison.Ordinal);
    }

    private static bool IsDefective(int number) => number % 3 == 0;

    // Pieces that are told apart, since one shot under two items would be no two items.
    private static byte[] Piece(int number, bool isDefective)
    {
        var photo = Scenes.Piece(number);
        var (across, down) = (90 + (number * 37 % 120), 30 + (number * 53 % 120));
        for (var at = 0; isDefective && at < photo.Bytes.Length; at++)
        {
            var (x, y) = ((at / 3 % photo.Width) - across, (at / 3 / photo.Width) - down);
            photo.Bytes[at] = (x * x) + (y * y) < 200 ? (byte)30 : photo.Bytes[at];
        }

        return photo.ToJpeg(92);
    }

    // Every line as a person fills it in who looks at the goods: lot,item,confirmed,reader,time,defect_class.
    private static IEnumerable<string> Answered(IReadOnlyList<string> lines) => lines.Skip(1).Where(line => line.Length > 0).Select(line =>
    {
        var cells = line.Split(',');
        var isDefective = IsDefective(int.Parse(line[(line.IndexOf("_front", StringComparison.Ordinal) - 2)..][..2], CultureInfo.InvariantCulture));
        return $"{cells[0]},{cells[1]},{(isDefective ? "yes" : "no")},A. Reader,2026-11-20,{(isDefective ? "spot" : "")}";
    }).Prepend("lot,item,confirmed,reader,time,defect_class");

    private Task<Answer> Train() => _desk.Run("train", "--from-case", "inspections/PO-1", "--out", "cloth.onnx", "--working-area", "9216", "--false-alarms", "0.1");
}
