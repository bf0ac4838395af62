using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>Rule: a shipment as phones, messengers, Excel and a failing card leave it is inspected as it is: nothing is lost, nothing is counted twice, and what is wrong is named.</summary>
public sealed class PhoneShipmentTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_shipment_from_phones_is_inspected_as_it_is()
    {
        var photos = Path.Combine(Command.Repository, "datasets", "sample-shipment");
        new DefectVision.PhoneShipment.PhoneShipment(photos, _desk.At("shipment")).Write(DefectVision.PhoneShipment.PhoneShipment.FewestItems);

        // The model of garments, for which the photos are large enough to be known again in a messenger's copy.
        var model = Path.Combine(Command.Repository, "models", "garments.onnx");
        var answer = (await _desk.Run("inspect", "shipment", "--model", model, "--out", "out", "--as-of", "2026-11-24", "--no-pdf")).Gave(1);

        var files = _desk.Text("out/results.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(file => file.GetProperty("path").GetString()!);
        Assert.Equal(Directory.GetFiles(_desk.At("shipment"), "*", SearchOption.AllDirectories).Length, files.Count);
        Assert.Equal(
            [
                "IMG-20261120-WA0003.jpg attachment IMG_1002", "IMG-20261120-WA0007.jpg attachment IMG_1006", "IMG_1001.HEIC scored IMG_1001", "IMG_1001.MOV attachment IMG_1001",
                "IMG_1002.HEIC attachment IMG_1002", "IMG_1002.JPG scored IMG_1002", "IMG_1003.AAE not_a_photo ", "IMG_1003.JPG scored IMG_1003", "IMG_1004.HEIC scored IMG_1004",
                "IMG_1005.HEIC attachment IMG_1005", "IMG_1005.JPG scored IMG_1005", "IMG_1006.JPG scored IMG_1006", "IMG_1007.HEIC scored IMG_1007", "IMG_1008.HEIC attachment IMG_1008",
                "IMG_1008.JPG scored IMG_1008", "IMG_E1003.JPG attachment IMG_1003", "缺陷/IMG_1101.JPG scored 缺陷/IMG_1101",
            ],
            Of("LOT-A/"));
        Assert.Equal(
            [
                "PXL_20261120_091500101.MP.jpg scored", "PXL_20261120_091501102.jpg scored", "PXL_20261120_091502103.MP.jpg scored", "PXL_20261120_091503104.jpg scored",
                "PXL_20261120_091504105.jpg damaged", "PXL_20261120_091505106.jpg damaged", "PXL_20261120_091506107.jpg truncated", "PXL_20261120_091507108.jpg unreadable",
                "VID_20261120_092011.mp4 attachment", "包装/IMG_2001.jpg attachment", "包装/IMG_2002.jpg attachment",
            ],
            Of("LOT-B/").Select(row => string.Join(' ', row.Split(' ')[..2])));

        foreach (var said in new[]
            {
                "LOT-B/包装/IMG_2002.jpg: the label reads 'L4711A' (Code 128), which is the lot number of another lot: LOT-A",
                "measurements.csv: a comma in a number is the decimal comma", "confirmed.xlsx: the sheet Sheet1 was read", "Example Inspection Report PO-4711.pdf",
            })
        {
            Assert.Contains(said, Plain(answer.Out + answer.Error), StringComparison.Ordinal);
        }

        // The model saw nothing wrong with them, but persons and a laboratory did.
        Assert.Contains("LOT-B: tests: fail: 色牢度 (laboratory) failed", Plain(answer.Out), StringComparison.Ordinal);
        Assert.Contains("IMG_1003", _desk.Text("out/defect-log.csv"), StringComparison.Ordinal);
        (await _desk.Of("claim", "out")).Gave(0);

        string[] Of(string lot) => [.. files.Where(file => file.Key.StartsWith(lot, StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => $"{file.Key[lot.Length..]} {file.Value.GetProperty("outcome").GetString()} {file.Value.GetProperty("item").GetString()}")];
    }

    private static string Plain(string said) => string.Join(' ', said.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
