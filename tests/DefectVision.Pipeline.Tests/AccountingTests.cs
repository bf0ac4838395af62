using DefectVision.Fixtures;
using DefectVision.Imaging;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Tests;

/// <summary>Rule: every file found ends as exactly one outcome, named for what it is; found = sum of outcomes.</summary>
public sealed class AccountingTests
{
    [Fact]
    public void In_a_messy_folder_every_file_is_named_for_what_it_is_and_the_sum_holds()
    {
        using var shipment = new Shipment { Limits = DecodeLimits.Default with { MaxBytes = 100_000, MaxSide = 200 } };
        var expected = new Dictionary<string, PhotoOutcome>(StringComparer.Ordinal)
        {
            ["lot-1/001_front.jpg"] = PhotoOutcome.Scored,
            ["lot-1/001_front.txt"] = PhotoOutcome.Scored,
            ["lot-1/002_stain.JPG"] = PhotoOutcome.Scored,
            ["lot-1/003_copy.jpg"] = PhotoOutcome.Duplicate,
            ["lot-1/004_text.jpg"] = PhotoOutcome.Unreadable,
            ["lot-1/005_empty.jpg"] = PhotoOutcome.Unreadable,
            ["lot-1/006_torn.jpg"] = PhotoOutcome.Truncated,
            ["lot-1/007_layers.jpg"] = PhotoOutcome.UnsupportedFormat,
            ["lot-1/008_heavy.jpg"] = PhotoOutcome.TooLarge,
            ["lot-1/009_wide.jpg"] = PhotoOutcome.TooLarge,
            ["lot-1/notes.txt"] = PhotoOutcome.NotAPhoto,
            ["lot-1/nothing"] = PhotoOutcome.NotAPhoto,
            ["lot-1/Thumbs.db"] = PhotoOutcome.SystemFile,
            ["lot-1/.hidden.jpg"] = PhotoOutcome.SystemFile,
            ["stray_front.jpg"] = PhotoOutcome.OutsideAnyLot,
        };
        shipment.Put("lot-1/001_front.jpg", Photos.Good(1));
        shipment.Put("lot-1/001_front.txt", Photos.Good(2));
        shipment.Put("lot-1/002_stain.JPG", Photos.Stain(3));
        shipment.Put("lot-1/003_copy.jpg", Photos.Good(1));
        shipment.Put("lot-1/004_text.jpg", "not a photo");
        shipment.Put("lot-1/005_empty.jpg", []);
        shipment.Put("lot-1/006_torn.jpg", Photos.Truncated(4));
        shipment.Put("lot-1/007_layers.jpg", "8BPS..................");
        shipment.Put("lot-1/008_heavy.jpg", new byte[100_001]);
        shipment.Put("lot-1/009_wide.jpg", Photos.Plain(Photos.Bright, 5, side: 201));
        shipment.Put("lot-1/notes.txt", "hello");
        shipment.Put("lot-1/nothing", []);
        shipment.Put("lot-1/Thumbs.db", "x");
        shipment.Put("lot-1/.hidden.jpg", Photos.Good(6));
        shipment.Put("stray_front.jpg", Photos.Good(7));

        var record = shipment.Inspect();

        Assert.Equal(expected.OrderBy(entry => entry.Key, StringComparer.Ordinal), record.Files.Select(file => KeyValuePair.Create(file.Path, file.Outcome)));
        Assert.Equal(expected.Count, record.Accounting.Values.Sum());
        Assert.All(record.Files, file => Assert.Equal(file.Outcome == PhotoOutcome.Scored, file.Finding is not null));
        Assert.All(record.Files, file => Assert.Equal(file.Outcome == PhotoOutcome.Scored, file.Reason is null));
    }

    [SkippableFact]
    public void A_pipe_among_the_photos_is_not_opened_and_does_not_hang()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs mkfifo");
        using var shipment = new Shipment();
        shipment.Put("lot/001_front.jpg", Photos.Good(1));
        shipment.Pipe("lot/002_front.jpg");
        shipment.Pipe("lot/pipe");
        var record = shipment.Inspect();
        Assert.Equal(PhotoOutcome.Unreadable, Shipment.OutcomeOf(record, "lot/002_front.jpg"));
        Assert.Equal(PhotoOutcome.NotAPhoto, Shipment.OutcomeOf(record, "lot/pipe"));
    }

    [Fact]
    public void Outputs_inside_the_shipment_are_not_inspected_with_it()
    {
        using var shipment = new Shipment();
        shipment.Put("lot/001_front.jpg", Photos.Good(1));
        var first = shipment.Inspect("shipment/inspection");
        shipment.Outputs(first, "shipment/inspection");
        Assert.Equal(["lot/001_front.jpg"], shipment.Inspect("shipment/inspection").Files.Select(file => file.Path));
    }

    [Fact]
    public void A_folder_without_a_file_cannot_be_inspected()
    {
        using var shipment = new Shipment();
        Directory.CreateDirectory(shipment.Folder);
        Assert.Contains("found no file", Assert.Throws<Pipeline.Intake.IntakeException>(() => shipment.Inspect()).Message, StringComparison.Ordinal);
    }
}
