using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Imported;

namespace DefectVision.Evidence.Tests;

/// <summary>The records that the tests speak of.</summary>
internal static class Shipments
{
    public const string ChineseLot = "PO-4711/批次-丙 C";

    /// <summary>Digest of the rich shipment's flagged photo, that has a heat map.</summary>
    public static string FrontPhoto { get; } = ShipmentRecord.Digest("front");

    public static HeatReading FrontHeat { get; } = new(1, 2.5, 7.3, new SuspectPlace(0.75, 0.25));

    public static Agreement Agreed { get; } = new()
    {
        PurchaseOrder = "PO-4711",
        Supplier = new Party("深圳市鑫达电子有限公司"),
        Sha256 = ShipmentRecord.Digest("agreement"),
        Limits = new SortedDictionary<Severity, SeverityLimit> { [Severity.Major] = new(1.5m) },
        Classes = new SortedDictionary<string, AgreedClass>(StringComparer.Ordinal) { ["hole"] = new(Severity.Critical, Cause.Workmanship) },
        Unread = ["line 12: currency"],
    };

    /// <summary>Two lots with every outcome among their files.</summary>
    public static ShipmentRecord Rich(Agreement? agreement = null, bool isCalibrated = true)
    {
        var shipment = new ShipmentRecord { Agreement = agreement ?? Agreed, IsCalibrated = isCalibrated };
        const string first = "PO-4711/LOT-A";
        shipment.Lot(
            first,
            500,
            [
                shipment.Item("001", shipment.Scored(new(first, "001", "front"), first + "/001_front.jpg", 0.31)),
                shipment.Item("002", shipment.Scored(new(first, "002", "front"), first + "/002_front.jpg", 0.87)),
                shipment.Item("003", shipment.Odd(first + "/003_front.jpg", PhotoOutcome.Truncated, "The JPEG ends early.", new(first, "003", "front"))),
            ]);
        shipment.Lot(
            ChineseLot,
            null,
            [
                shipment.Item(
                    "001",
                    shipment.Scored(new(ChineseLot, "001", "back"), ChineseLot + "/001_back.jpg", 0.2),
                    shipment.Scored(new(ChineseLot, "001", "front"), ChineseLot + "/001_front.jpg", 2.41, "hole", FrontPhoto, FrontHeat)),
                shipment.Item("002", shipment.Scored(new(ChineseLot, "002", "front"), ChineseLot + "/002_front.jpg", 1.2, "bent pin")),
            ]);
        shipment.Odd(first + "/a.heic", PhotoOutcome.UnsupportedFormat, "HEIC is not read.", new(first, "a", ""));
        shipment.Odd(first + "/b.jpg", PhotoOutcome.Unreadable, "The content is text.", new(first, "b", ""));
        shipment.Odd(first + "/f.jpg", PhotoOutcome.Damaged, "The checksum of its IDAT chunk is wrong.", new(first, "f", ""));
        shipment.Odd(first + "/c.png", PhotoOutcome.TooLarge, "Found 60000 x 60000 px.", new(first, "c", ""));
        shipment.Odd(first + "/d.jpg", PhotoOutcome.Duplicate, "The same bytes as an earlier photo.", new(first, "d", ""), first + "/001_front.jpg");
        shipment.Odd(first + "/e.txt", PhotoOutcome.NotAPhoto, "Not an image.");
        shipment.Odd(first + "/film.mp4", PhotoOutcome.Attachment, "a video");
        shipment.Odd(first + "/Thumbs.db", PhotoOutcome.SystemFile, "Left by Windows.");
        shipment.Odd("loose.jpg", PhotoOutcome.OutsideAnyLot, "Beside the lots.");
        shipment.Missing.Add(ChineseLot + "/009_front.jpg");
        return shipment;
    }

    /// <summary>One lot of so many items, each flagged, scores falling by name.</summary>
    public static ShipmentRecord AllFlagged(int count)
    {
        var shipment = new ShipmentRecord();
        const string lot = "LOT";
        var items = Enumerable.Range(1, count)
            .Select(number => (Name: $"{number:D4}", Score: 90 - (number * 0.01)))
            .Select(item => shipment.Item(item.Name, shipment.Scored(new(lot, item.Name, ""), $"{lot}/{item.Name}.jpg", item.Score, "hole")))
            .ToList();
        shipment.Lot(lot, null, items);
        return shipment;
    }

    /// <summary>One lot with one flagged item and a failed test, all of it named by a stranger.</summary>
    public static ShipmentRecord Named(string name)
    {
        var shipment = new ShipmentRecord
        {
            Name = name,
            Agreement = new Agreement
            {
                PurchaseOrder = name,
                Supplier = new Party(name),
                Buyer = new Party(name),
                Product = name,
                Standard = name,
                InspectionLevel = name,
                Classes = new SortedDictionary<string, AgreedClass>(StringComparer.Ordinal) { [name] = new(null, null) },
                Unread = [name],
                Visit = new InspectionVisit { Place = name, Inspector = name, Representative = name },
            },
            Evidence = new GivenEvidence(
                null,
                null,
                new TestList(name, ShipmentRecord.Digest("tests"), [new TestResult(name, null, name, TestKind.Safety, name, name, name, false, name, name, null)]),
                null),
        };
        shipment.Lot(
            name,
            null,
            [
                shipment.Item(name, shipment.Scored(new(name, name, name), name + "/1.jpg", 2, name)),
                shipment.Item(name + "2", shipment.Odd(name + "/2.jpg", PhotoOutcome.Truncated, name, new(name, name + "2", name))),
            ],
            null,
            [$"{name}"]);
        shipment.Odd(name + "/3.jpg", PhotoOutcome.Duplicate, name, new(name, name, name), name);
        shipment.Missing.Add(name);
        shipment.Notes.Add(name);
        return shipment;
    }
}
