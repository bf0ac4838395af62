using System.Globalization;
using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>Rule: what persons answered becomes a set that models are trained and compared on, and the set says which photos of the next shipment to answer for.</summary>
public sealed class DatasetTests : IDisposable
{
    private const int Photographed = 24;
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Answers_become_a_set_a_model_a_list_of_what_to_label_next_and_a_comparison_on_what_was_held_out()
    {
        Put("PO-1", 0);
        Put("PO-2", 500);
        File.WriteAllLines(_desk.At("PO-1/confirmed.csv"), Answers());
        Assert.InRange((await _desk.Run("inspect", "PO-1", "--no-order", "--no-codes", "--no-pdf")).ExitCode, 0, 2);
        var added = (await Add()).Gave(0);
        Assert.Matches(@"^added: good 16, spot 8 \(\d+ of them held out in test/\)\r?\nin the set already: 0\r?\n", added.Out);
        Assert.StartsWith("added: nothing", (await Add()).Gave(0).Out, StringComparison.Ordinal);
        Assert.Contains("in the set already: 24", (await Add()).Out, StringComparison.Ordinal);

        (await Train("boards.onnx", 1)).Gave(0);
        Assert.Matches(@"\| labels \| answers of persons in the inspection PO-1: \d+ items, reader A\. Reader; the doctor", _desk.Text("boards.md"));
        (await Train("candidate.onnx", 2)).Gave(0);
        var compared = await _desk.Run("model", "compare", "boards.onnx", "candidate.onnx", "set", "--format", "json");
        Assert.InRange(compared.ExitCode, 0, 1);
        var dataset = compared.Json.GetProperty("dataset");
        var heldOut = dataset.GetProperty("photos").EnumerateObject().Sum(label => label.Value.GetInt32());
        Assert.Contains($"({heldOut} of them held out in test/)", added.Out, StringComparison.Ordinal);
        Assert.Equal(0, dataset.GetProperty("learned_from").GetInt32());

        Assert.InRange((await _desk.Run("inspect", "PO-2", "--model", "boards.onnx", "--no-codes", "--no-pdf")).ExitCode, 0, 2);
        var next = (await _desk.Run("dataset", "next", "inspections/PO-2", "--model", "candidate.onnx", "--count", "5")).Gave(0);
        Assert.Contains("5 of 24 items that nobody answered for", next.Out, StringComparison.Ordinal);
        Assert.Equal(6, File.ReadAllLines(_desk.At("inspections/PO-2/to-label.csv")).Length);
        Assert.Contains("5 of 24 items", (await _desk.Run("dataset", "next", "inspections/PO-2", "--count", "5")).Gave(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_added_says_why()
    {
        Put("PO-1", 0);
        Assert.InRange((await _desk.Run("inspect", "PO-1", "--no-order", "--no-codes", "--no-pdf")).ExitCode, 0, 2);
        Assert.Contains("found no item that a person answered for", (await Add()).Gave(65).Error, StringComparison.Ordinal);
        Assert.Contains("nowhere: no such folder", (await _desk.Run("dataset", "add", "nowhere", "--to", "set")).Gave(66).Error, StringComparison.Ordinal);
        Assert.Contains("--to", (await _desk.Run("dataset", "add", "inspections/PO-1")).Gave(64).Error, StringComparison.Ordinal);
        (await _desk.Run("dataset", "add", "inspections/PO-1", "--to", "set", "--hold-out", "1")).Gave(64);
        Assert.False(Directory.Exists(_desk.At("set")));
        Assert.Contains("found nothing that orders its photos", (await _desk.Run("dataset", "next", "inspections/PO-1")).Gave(65).Error, StringComparison.Ordinal);
    }

    private Task<Answer> Add() => _desk.Run("dataset", "add", "inspections/PO-1", "--to", "set", "--hold-out", "0.4");

    private Task<Answer> Train(string model, int seed) =>
        _desk.Run("train", "set", "--out", model, "--working-area", "9216", "--false-alarms", "0.2", "--seed", seed.ToString(CultureInfo.InvariantCulture));

    private void Put(string shipment, int from)
    {
        for (var number = 0; number < Photographed; number++)
        {
            _desk.Put(FormattableString.Invariant($"{shipment}/lot/{number:00}_front.jpg"), Piece(from + number, number % 3 == 0));
        }
    }

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

    private static IEnumerable<string> Answers() => Enumerable.Range(0, Photographed)
        .Select(number => FormattableString.Invariant($"lot,{number:00},{(number % 3 == 0 ? "yes" : "no")},A. Reader,2026-11-20,{(number % 3 == 0 ? "spot" : "")}"))
        .Prepend("lot,item,confirmed,reader,time,defect_class");
}
