namespace DefectVision.Inspection.Tests;

/// <summary>Rules: what the photos say of their making is told where it does not fit, as a fact; a day of grace covers the zones of the earth.</summary>
public sealed class CaptureNotesTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-24T23:59:59", false)]
    [InlineData("2026-11-25T13:59:59", false)]
    [InlineData("2026-11-25T14:00:01", true)]
    [InlineData("2027-01-01T00:00:00+08:00", true)]
    [InlineData(null, false)]
    public void A_photo_taken_after_the_inspection_is_told(string? captured, bool isTold) =>
        Assert.Equal(isTold, Said([Photo("a", 1, captured)]).Any(said => said.StartsWith("Photos taken after", StringComparison.Ordinal)));

    [Theory]
    [InlineData("2026-11-20T14:30:00", true)]
    [InlineData("2026-11-20T11:30:00", false)]
    [InlineData("2026-11-20T21:00:00", false)]
    public void A_photo_taken_with_another_lot_is_told(string captured, bool isTold)
    {
        var files = Enumerable.Range(0, 6).Select(at => Photo("a", at, $"2026-11-20T09:{at}0:00"))
            .Concat(Enumerable.Range(0, 6).Select(at => Photo("b", at, $"2026-11-20T14:{at}0:00")))
            .Append(Photo("a", 99, captured)).ToList();
        Assert.Equal(isTold, Said(files).Any(said => said.Contains("while another lot was photographed", StringComparison.Ordinal) && said.Contains("a/99.jpg", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Adobe Photoshop 25.0, licensed to A. Person", "Photoshop")]
    [InlineData("GIMP 2.10.34", "GIMP")]
    [InlineData("美图秀秀", "美图")]
    [InlineData("17.4.1", null)]
    [InlineData("HUAWEI ELE-L29 10.1", null)]
    [InlineData(null, null)]
    public void A_photo_written_by_an_editing_program_is_told_with_its_name_alone(string? software, string? editor)
    {
        var photo = Photo("a", 1, null);
        Assert.Equal(
            editor is null ? [] : [$"Photos written by an editing program, by their own record: 1 (a/1.jpg, {editor})."],
            Said([photo with { Facts = photo.Facts! with { Software = software } }]));
    }

    [Fact]
    public void Several_devices_in_one_lot_are_counted_and_one_is_nothing_to_tell()
    {
        var files = Enumerable.Range(0, 4).Select(at => Photo("a", at, null, at == 3 ? "Canon EOS" : "Apple iPhone 15")).ToList();
        Assert.Contains("Lot a was photographed with 2 devices, by the photos' own record (Apple iPhone 15: 3, Canon EOS: 1).", Said(files));
        Assert.Empty(Said([.. files.Take(3)]));
    }

    private static IEnumerable<string> Said(IReadOnlyList<InspectedFile> files) => CaptureNotes.Of(files, AsOf).Select(note => note.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static InspectedFile Photo(string lot, int number, string? captured, string? device = null)
    {
        var path = FormattableString.Invariant($"{lot}/{number}.jpg");
        return new InspectedFile(path, 1, null, PhotoOutcome.Read, null, new PhotoPlace(lot, path, ""), new PhotoFacts("jpeg", 10, 10, 1, captured) { Device = device }, null, null);
    }
}
