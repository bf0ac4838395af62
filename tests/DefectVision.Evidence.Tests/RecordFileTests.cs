using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DefectVision.Evidence.Languages;
using DefectVision.Inspection;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Recording;

namespace DefectVision.Evidence.Tests;

/// <summary>
/// Rule: an inspection is read back as it was written. Every output made of it again has the same bytes, and nothing of it is judged anew.
/// </summary>
public sealed class RecordFileTests
{
    private static readonly SortedDictionary<string, Func<InspectionRecord>> Records = Named();

    public static TheoryData<string> All => [.. Records.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_output_of_a_record_that_was_read_back_has_the_same_bytes(string name)
    {
        var record = Records[name]();
        ReportOptions[] reports = [new(Language.English, Paper.A4, HasPdf: Fonts.AreHere), new(Language.Parse("zh")!, HasPdf: false)];
        Assert.All(reports, options =>
        {
            using var before = new WrittenEvidence(record, options: options);
            using var after = new WrittenEvidence(RecordFile.Read(before.Bytes(RecordFile.Name)), options: options);
            var names = before.Paths.Select(path => Path.GetFileName(path)).ToList();
            string[] always = ["results.jsonl", "summary.json", "defect-log.csv", "to-confirm.csv", "record.json", "report.html"];
            Assert.Empty(always.Except(names));
            Assert.Equal(record.Plan is not null, names.Contains("analysis-plan.json"));
            Assert.Equal(options.HasPdf, names.Contains("report.pdf"));
            Assert.Equal(names, after.Paths.Select(path => Path.GetFileName(path)));
            Assert.All(names, output => Assert.Equal(before.Bytes(output), after.Bytes(output)));
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_record_that_was_read_back_differs_in_nothing(string name)
    {
        var record = Records[name]();
        Assert.Empty(Difference.Between(record, Again(record)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_photo_of_an_item_is_the_file_itself(string name)
    {
        var read = Again(Records[name]());
        var files = read.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var photos = read.Lots.SelectMany(lot => lot.Lot.Items.Concat(lot.Lot.NotDrawn)).SelectMany(item => item.Photos).ToList();
        Assert.NotEmpty(photos);
        Assert.All(photos, photo => Assert.Same(files[photo.Path], photo));
    }

    // What contracts write beyond an AQL was added without a new schema: a record that was written before holds none of it and says the same.
    [Fact]
    public void A_record_from_before_the_plans_of_contracts_is_read_as_it_was_meant()
    {
        var record = Cases.Everything().Record();
        string[] added = ["own", "zero", "accepts_up_to", "returns_to_normal", "combined", "inspection_severity"];
        var before = JsonNode.Parse(Written(record))!;
        Assert.NotEqual(0, Without(before, added));
        Assert.Empty(Difference.Between(record, RecordFile.Read(Encoding.UTF8.GetBytes(before.ToJsonString()))));
    }

    private static int Without(JsonNode? node, string[] keys) => node switch
    {
        JsonObject map => keys.Count(map.Remove) + map.Sum(entry => Without(entry.Value, keys)),
        JsonArray list => list.Sum(entry => Without(entry, keys)),
        _ => 0,
    };

    [Fact]
    public void A_sentence_keeps_what_fills_it()
    {
        FormattableString inner = $"of {3} items";
        FormattableString[] sentences =
        [
            $"plain {{braces}}",
            $"{new Word(Severity.Critical)} and {new Word(Standing.TooCloseToCall)}",
            $"{Names.Some(["b", "a, with a comma"])}; {Names.Some(["1", "2", "3"], 2)}",
            $"{2.50m} {0.1m + 0.2m} {1_000_000m:N0}",
            $"{0.1 + 0.2} {0.961538:0.0} {1e-7} {double.Epsilon} {12.5,8:0.00}",
            $"{7} {5_000_000_000L:N0} {-3:D4}",
            $"at least {inner}, and {(FormattableString)$"{1.50m} {inner}"}",
            $"{"7"} {"{0}"} {string.Empty}",
            $"{new DateOnly(2026, 11, 20):yyyy-MM-dd} {new DateOnly(2026, 11, 20)}",
            $"{new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm zzz}",
            $"{18_446_744_073_709_551_615UL} {Statistics.Sampling.SampleSizeCodeLetter.K}",
        ];
        var read = Again(Shipments.Rich().Record() with { Notes = sentences }).Notes;
        Assert.Empty(Difference.Between(sentences, read));
        Assert.Equal(sentences.Select(FormattableString.Invariant), read.Select(FormattableString.Invariant));
        var german = CultureInfo.GetCultureInfo("de-DE");
        Assert.Equal(sentences.Select(sentence => sentence.ToString(german)), read.Select(sentence => sentence.ToString(german)));
    }

    [Fact]
    public void What_has_no_kind_is_kept_as_it_reads()
    {
        var read = Assert.Single(Again(Shipments.Rich().Record() with { Notes = [$"{new Version(1, 2)} {null} {true} {'G'}"] }).Notes);
        Assert.Equal("1.2  True G", FormattableString.Invariant(read));
    }

    [Theory]
    [InlineData("defectvision/record/1", "defectvision/record/2", "found schema 'defectvision/record/2', expected 'defectvision/record/1")]
    [InlineData("\"standing\":\"flagged\"", "\"standing\":\"glowing\"", "cannot be read")]
    [InlineData("{\"word\":\"", "{\"word\":\"Unheard", "no word of this version")]
    [InlineData("{\"word\":\"", "{\"number\":\"", "'number' fills no sentence")]
    [InlineData("{\"decimal\":\"", "{\"decimal\":\"x", "cannot be read")]
    [InlineData("{\"decimal\":\"", "{\"decimal\":\"99999999999999999999999999999999", "cannot be read")]
    public void Another_record_is_refused_with_what_to_do(string from, string to, string said)
    {
        var text = Encoding.UTF8.GetString(Written(Cases.Everything().Record() with { Notes = [$"{new Word(Severity.Major)} {1.5m}"] }));
        Assert.Contains(from, text, StringComparison.Ordinal);
        Refused(text.Replace(from, to, StringComparison.Ordinal), said);
    }

    [Fact]
    public void A_record_that_ends_early_is_refused_wherever_it_ends()
    {
        var whole = Written(Shipments.Rich().Record());
        Assert.All(
            Enumerable.Range(0, 20),
            part => Refused(Encoding.UTF8.GetString(whole.AsSpan(0, whole.Length * part / 20)), "cannot be read"));
        Refused(Encoding.UTF8.GetString(whole.AsSpan(0, whole.Length - 1)), "cannot be read");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"schema\":\"defectvision/record/1\"}")]
    public void What_is_no_record_is_refused(string text) => Refused(text, string.Empty);

    [Fact]
    public void An_item_that_names_a_photo_which_is_no_file_is_refused_and_the_photo_is_named()
    {
        var record = JsonNode.Parse(Written(Shipments.Rich().Record()))!;
        record["record"]!["lots"]![0]!["lot"]!["items"]![0]!["photos"]![0] = "elsewhere/1.jpg";
        Refused(record.ToJsonString(), "the photo 'elsewhere/1.jpg', which is not among the files");
    }

    private static void Refused(string text, string said)
    {
        var fault = Assert.Throws<RecordException>(() => RecordFile.Read(Encoding.UTF8.GetBytes(text)));
        Assert.StartsWith("record.json: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        Assert.Contains("inspect again", fault.Message, StringComparison.Ordinal);
    }

    private static InspectionRecord Again(InspectionRecord record) => RecordFile.Read(Written(record));

    private static byte[] Written(InspectionRecord record)
    {
        using var stream = new MemoryStream();
        RecordFile.Write(record, stream);
        return stream.ToArray();
    }

    private static SortedDictionary<string, Func<InspectionRecord>> Named()
    {
        var records = new SortedDictionary<string, Func<InspectionRecord>>(StringComparer.Ordinal)
        {
            ["Rich"] = () => Shipments.Rich().Record(),
            ["Uncalibrated"] = () => Shipments.Rich(isCalibrated: false).Record(),
            ["AllFlagged"] = () => Shipments.AllFlagged(30).Record(),
            ["NamedByAStranger"] = () => Shipments.Named("<b>\"&'{0}\\ 批次\u2028").Record(),
            ["Unpacked"] = () => Shipments.Rich().Record() with
            {
                GivenAs = new ShipmentArchive("PO 7.zip", 89_205, ShipmentRecord.Digest("zip")),
                Archives = [new ShipmentArchive("PO/lot.zip", 7, ShipmentRecord.Digest("inner"))],
                NameBytes = new Dictionary<string, string> { ["PO/图.jpg"] = "PO/%CD%BC.jpg" },
                MissingPhotos = ["PO/a.jpg", "PO/b.jpg"],
                NearestPhotos = new Dictionary<string, IReadOnlyList<string>> { ["PO/a.jpg"] = ["PO/A1.jpg", "PO/A2.jpg"] },
            },
            ["PlannedAnew"] = () => Cases.Everything().Record() with
            {
                PlanAtStart = ShipmentRecord.Digest("plan before"),
                Draw = new DrawList(
                    "draw.csv",
                    ShipmentRecord.Digest("draw"),
                    [new LotDraw(Cases.Lot, ["001", "002"], 280, 2, 7, null, null, $"its items are not those that its seed {7UL} draws")]),
            },
        };
        foreach (var (name, shipment) in Cases.All)
        {
            records[name] = () => shipment().Record();
        }

        return records;
    }
}
