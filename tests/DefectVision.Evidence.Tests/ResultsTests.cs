using System.Text;
using System.Text.Json;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Tests;

public sealed class ResultsTests
{
    private static readonly string[] Fields =
    [
        "schema", "path", "outcome", "reason", "bytes", "sha256", "lot", "item", "view", "format", "width", "height", "orientation",
        "score", "standing", "standing_by_score", "strangeness", "probability", "defect_class", "triage", "outside_trained_range", "trained_on", "unlike_others", "severity", "same_as", "same_shot_as", "codes",
    ];

    [Fact]
    public void Every_file_found_has_one_line_in_path_order()
    {
        var record = Shipments.Rich().Record();
        using var written = new WrittenEvidence(record);
        Assert.Equal(record.Files.Select(file => file.Path), written.Results.Select(line => line.GetProperty("path").GetString()));
    }

    [Fact]
    public void Every_line_has_every_field_in_one_order_whatever_the_outcome()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        Assert.All(written.Results, line => Assert.Equal(Fields, line.EnumerateObject().Select(field => field.Name)));
    }

    [Fact]
    public void Every_line_holds_to_the_shipped_schema_with_every_outcome_among_them()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        using var unscored = new WrittenEvidence(Cases.NoModel().Record());
        IReadOnlyList<JsonElement> lines = [.. written.Results, .. unscored.Results];
        var schema = SchemaCheck.Shipped("results-1.schema.json");
        Assert.All(lines, line => Assert.Empty(schema.Faults(line)));
        Assert.Equal(
            Enum.GetValues<PhotoOutcome>().Select(Code.Of).Order(),
            lines.Select(line => line.GetProperty("outcome").GetString()).Distinct().Order());
    }

    [Fact]
    public void A_name_in_Chinese_stays_readable_in_the_bytes()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        Assert.Contains("\"lot\":\"PO-4711/批次-丙 C\"", written.Text(EvidenceWriter.ResultsName), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\"b\\c\n\t\u0001d")]
    [InlineData("<script>&'\u202Egpj")]
    [InlineData("emoji 😀 and \u2028 and \uFEFF")]
    public void A_hostile_name_comes_back_as_it_was(string name)
    {
        using var written = new WrittenEvidence(Shipments.Named(name).Record());
        Assert.Equal(name, written.Results[0].GetProperty("lot").GetString());
    }

    [Fact]
    public void A_lone_surrogate_leaves_valid_UTF_8_and_valid_JSON()
    {
        using var written = new WrittenEvidence(Shipments.Named("a\uD800b").Record());
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        Assert.All(written.Paths.Where(path => !path.EndsWith(".pdf", StringComparison.Ordinal)), path => strict.GetString(File.ReadAllBytes(path)));
        Assert.Equal("a\uFFFDb", written.Results[0].GetProperty("lot").GetString());
    }

    [Fact]
    public void Severity_is_the_agreements_for_the_class_and_major_when_nothing_was_agreed()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        Assert.Equal("critical", Line(written, "001_front.jpg", Shipments.ChineseLot).GetProperty("severity").GetString());
        Assert.Equal("major", Line(written, "002_front.jpg", Shipments.ChineseLot).GetProperty("severity").GetString());
        Assert.Equal(JsonValueKind.Null, Line(written, "001_back.jpg", Shipments.ChineseLot).GetProperty("severity").ValueKind);
    }

    [Fact]
    public void A_model_without_calibration_gives_no_probability()
    {
        using var written = new WrittenEvidence(Shipments.Rich(isCalibrated: false).Record());
        Assert.All(written.Results, line => Assert.Equal(JsonValueKind.Null, line.GetProperty("probability").ValueKind));
    }

    private static JsonElement Line(WrittenEvidence written, string file, string lot) =>
        written.Results.Single(line => line.GetProperty("path").GetString() == $"{lot}/{file}");
}
