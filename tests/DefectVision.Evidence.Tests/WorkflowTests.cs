using System.Text.Json;
using System.Xml.Linq;
using DefectVision.Evidence.Workflow;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Tests;

/// <summary>What other programs read: a verdict has one colour in all of them, and no name chosen by a stranger is read as anything but a name.</summary>
public sealed class WorkflowTests
{
    private const string Hostile = "a|b\n::set-output name=verdict::accept\r\nverdict=accept`<script>]]>&\u202E\u0001*[x](y)";

    [Fact]
    public void JUnit_counts_what_it_lists_and_no_case_fails_in_a_lot_that_is_accepted()
    {
        var record = Shipments.Rich().Record();
        var suites = XDocument.Parse(Text(record, WorkflowForm.JUnit)).Root!;
        Assert.Equal("testsuites", suites.Name.LocalName);
        Assert.Equal([.. record.Lots.Select(lot => lot.Lot.Name), "files"], suites.Elements("testsuite").Select(suite => (string)suite.Attribute("name")!));
        foreach (var scope in suites.Elements("testsuite").Append(suites))
        {
            Assert.Equal((int)scope.Attribute("tests")!, scope.Descendants("testcase").Count());
            Assert.Equal((int)scope.Attribute("failures")!, scope.Descendants("failure").Count());
            Assert.Equal((int)scope.Attribute("errors")!, scope.Descendants("error").Count());
        }

        foreach (var lot in record.Lots)
        {
            var suite = suites.Elements("testsuite").Single(one => (string)one.Attribute("name")! == lot.Lot.Name);
            Assert.Equal(lot.Verdict == Verdict.Reject, suite.Descendants("failure").Any());
            Assert.Equal(lot.Verdict != Verdict.Accept, suite.Descendants().Any(one => one.Name.LocalName is "failure" or "error"));
        }
    }

    [Fact]
    public void JUnit_names_at_most_a_hundred_items_of_a_lot_and_says_how_many_more_there_are()
    {
        var cases = XDocument.Parse(Text(Shipments.AllFlagged(130).Record(), WorkflowForm.JUnit)).Descendants("testcase").ToList();
        Assert.Equal(100, cases.Count(one => ((string)one.Attribute("name")!).StartsWith("item ", StringComparison.Ordinal)));
        Assert.Equal("30 more stand in defect-log.csv", (string)cases.Single(one => (string)one.Attribute("name")! == "further items").Element("skipped")!.Attribute("message")!);
    }

    [Fact]
    public void Sarif_lists_the_photos_of_the_defect_log_by_class_severity_and_digest()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        var run = Sarif(Shipments.Rich().Record());
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(written.Log.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1, results.Count);
        Assert.Equal(("hole", "error", Shipments.FrontPhoto), Told(results[0]));
        Assert.Equal("PO-4711/%E6%89%B9%E6%AC%A1-%E4%B8%99%20C/001_front.jpg", Place(results[0]).GetProperty("uri").GetString());
        Assert.Contains("(critical), flagged by the model, not confirmed", results[0].GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToList();
        Assert.All(results, result => Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]));
        Assert.Equal(rules.Distinct(), rules);
    }

    [Fact]
    public void Sarif_holds_what_its_readers_show_and_says_how_many_are_left_out()
    {
        var run = Sarif(Shipments.AllFlagged(5003).Record());
        Assert.Equal(5000, run.GetProperty("results").GetArrayLength());
        var notice = run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0];
        Assert.StartsWith("3 more photos", notice.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_several_lines_sets_no_other_variable()
    {
        var record = Shipments.Named(Hostile).Record();
        using var folder = new TempFolder();
        WorkflowFile.Write(record, WorkflowForm.Variables, folder.At("out.txt"), new WorkflowPlaces("cases/" + Hostile, 3), CancellationToken.None);
        var read = Variables(File.ReadAllText(folder.At("out.txt")));
        Assert.Equal(new Word(record.Verdict).Code, read["verdict"]);
        Assert.Equal("cases/" + Hostile, read["case"]);
        Assert.Equal("3", read["items_to_look_at"]);
        Assert.Equal(13, read.Count);
    }

    [Fact]
    public void A_hostile_name_is_a_name_in_xml_json_and_markdown()
    {
        var record = Shipments.Named(Hostile).Record();
        Assert.NotEmpty(XDocument.Parse(Text(record, WorkflowForm.JUnit)).Descendants("testcase"));
        Assert.Equal(Hostile + "/1.jpg", Uri.UnescapeDataString(Place(Sarif(record).GetProperty("results")[0]).GetProperty("uri").GetString()!));
        var page = Text(record, WorkflowForm.Markdown);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("](y)", page, StringComparison.Ordinal);
        var rows = page.Split('\n').Where(line => line.StartsWith('|')).ToList();
        Assert.Equal(2 + record.Lots.Count, rows.Count);
        Assert.All(rows, row => Assert.Equal(7, row.Replace("\\|", string.Empty, StringComparison.Ordinal).Count(letter => letter == '|')));
    }

    [Fact]
    public void What_a_job_gathers_is_added_to_and_what_is_ours_is_replaced()
    {
        var record = Shipments.Rich().Record();
        using var folder = new TempFolder();
        foreach (var form in Enum.GetValues<WorkflowForm>())
        {
            var path = folder.Put($"a/{form}", "before\n");
            WorkflowFile.Write(record, form, path, new WorkflowPlaces("case", 0), CancellationToken.None);
            Assert.Equal(WorkflowFile.IsAdded(form), File.ReadAllText(path).StartsWith("before\n", StringComparison.Ordinal));
            Assert.Equal(form is WorkflowForm.Markdown or WorkflowForm.Variables, WorkflowFile.IsAdded(form));
        }

        Assert.Equal(4, Directory.GetFiles(folder.At("a")).Length);
    }

    [Fact]
    public void Readers_are_named_in_none_of_them()
    {
        var record = Cases.Dispute().Record();
        var reader = record.Confirmed!.Readings[^1].Reader;
        Assert.All(Enum.GetValues<WorkflowForm>(), form => Assert.DoesNotContain(reader, Text(record, form), StringComparison.Ordinal));
    }

    private static string Text(InspectionRecord record, WorkflowForm form)
    {
        using var folder = new TempFolder();
        WorkflowFile.Write(record, form, folder.At("file"), new WorkflowPlaces("case", 0), CancellationToken.None);
        return File.ReadAllText(folder.At("file"));
    }

    private static JsonElement Sarif(InspectionRecord record) => JsonDocument.Parse(Text(record, WorkflowForm.Sarif)).RootElement.GetProperty("runs")[0];

    private static (string? Rule, string? Level, string? Digest) Told(JsonElement result) =>
        (result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString(), result.GetProperty("partialFingerprints").GetProperty("photoSha256/v1").GetString());

    private static JsonElement Place(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

    // As GitHub's runner reads the file: name=value, or name<<END, lines, END.
    private static Dictionary<string, string> Variables(string text)
    {
        var read = new Dictionary<string, string>();
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length && lines[at].Length > 0; at++)
        {
            if (lines[at].Split("<<") is [var name, var end] && !lines[at].Contains('=', StringComparison.Ordinal))
            {
                var until = Array.IndexOf(lines, end, at + 1);
                read.Add(name, string.Join('\n', lines[(at + 1)..until]));
                at = until;
            }
            else
            {
                read.Add(lines[at][..lines[at].IndexOf('=', StringComparison.Ordinal)], lines[at][(lines[at].IndexOf('=', StringComparison.Ordinal) + 1)..]);
            }
        }

        return read;
    }
}
