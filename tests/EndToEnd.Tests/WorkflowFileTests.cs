using System.Text.Json;
using System.Xml.Linq;

namespace EndToEnd.Tests;

/// <summary>Rule: what a workflow reads says what the exit code says; a part has no verdict; nothing asked for lies where it would be inspected or would replace an output.</summary>
public sealed class WorkflowFileTests
{
    [Theory]
    [InlineData(false, 0, "accept")]
    [InlineData(true, 1, "reject")]
    public async Task The_verdict_is_the_same_in_every_form(bool stained, int code, string verdict)
    {
        using var desk = new Desk();
        desk.PutLot("LOT-A", stained);
        desk.Put("ci/summary.md", "# A job\n");
        (await desk.Inspect("--out", "out", "--junit", "ci/junit.xml", "--sarif", "ci/a/defects.sarif", "--summary-markdown", "ci/summary.md", "--output-file", "ci/output")).Gave(code);

        Assert.Contains($"verdict={verdict}\n", desk.Text("ci/output"), StringComparison.Ordinal);
        Assert.Contains("report=out/report.html\n", desk.Text("ci/output"), StringComparison.Ordinal);
        Assert.Equal(stained, (int)XDocument.Parse(desk.Text("ci/junit.xml")).Root!.Attribute("failures")! > 0);
        Assert.Equal(0, (int)XDocument.Parse(desk.Text("ci/junit.xml")).Root!.Attribute("errors")!);
        Assert.Equal(verdict, desk.Json("ci/a/defects.sarif").GetProperty("runs")[0].GetProperty("invocations")[0].GetProperty("properties").GetProperty("verdict").GetString());
        Assert.StartsWith("# A job\n## ", desk.Text("ci/summary.md"), StringComparison.Ordinal);
        Assert.Contains(verdict.ToUpperInvariant(), desk.Text("ci/summary.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_writes_the_same_files_as_one_run_and_a_part_writes_none()
    {
        using var desk = new Desk();
        desk.PutLot("LOT-A", stained: true);
        string[] dated = ["--as-of", "2026-11-24T08:00:00Z"];
        (await desk.Inspect([.. dated, "--out", "one", "--junit", "one.xml", "--sarif", "one.sarif"])).Gave(1);
        (await desk.Inspect([.. dated, "--out", "parts", "--shard", "1/2", "--junit", "part.xml"])).Gave(64);
        (await desk.Inspect([.. dated, "--out", "parts", "--shard", "1/2"])).Gave(0);
        (await desk.Inspect([.. dated, "--out", "parts", "--shard", "2/2"])).Gave(0);
        (await desk.Run("merge", "parts", "--junit", "merged.xml", "--sarif", "merged.sarif")).Gave(1);
        Assert.Equal(desk.Text("one.xml"), desk.Text("merged.xml"));
        Assert.Equal(desk.Text("one.sarif"), desk.Text("merged.sarif"));
        Assert.False(File.Exists(desk.At("part.xml")));
    }

    [Theory]
    [InlineData("--junit", "shipment/junit.xml")]
    [InlineData("--output-file", "shipment/LOT-A/output")]
    [InlineData("--sarif", "out/record.json")]
    [InlineData("--summary-markdown", "out/report.html")]
    [InlineData("--sarif", "shipment")]
    public async Task A_file_is_refused_before_work_begins_where_it_would_be_inspected_or_replace_an_output(string option, string path)
    {
        using var desk = new Desk();
        desk.PutLot("LOT-A");
        Assert.Contains(option, (await desk.Inspect("--out", "out", option, path)).Gave(64).Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(desk.At("out")));
    }

    [Fact]
    public async Task Two_forms_in_one_file_are_refused()
    {
        using var desk = new Desk();
        desk.PutLot("LOT-A");
        Assert.Contains("--junit and --sarif: found the same file", (await desk.Inspect("--out", "out", "--junit", "a", "--sarif", "./a")).Gave(64).Error, StringComparison.Ordinal);
    }

    /// <summary>Run as root, a device would be replaced by a file, and a pipe is somebody's.</summary>
    [SkippableTheory]
    [InlineData("--junit")]
    [InlineData("--sarif")]
    [InlineData("--summary-markdown")]
    [InlineData("--output-file")]
    public async Task A_pipe_is_neither_replaced_nor_waited_for(string option)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs mkfifo");
        using var desk = new Desk();
        desk.PutLot("LOT-A");
        desk.Pipe("ci/pipe");
        Assert.Contains("found a device, a pipe or a socket", (await desk.Inspect("--out", "out", option, "ci/pipe")).Gave(74).Error, StringComparison.Ordinal);
        Assert.Equal(["ci/pipe"], Directory.GetFileSystemEntries(desk.At("ci")).Select(path => Path.GetRelativePath(desk.Root, path)));
        Assert.True(File.Exists(desk.At("out/report.html")));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_74_and_the_case_stands()
    {
        using var desk = new Desk();
        desk.PutLot("LOT-A");
        desk.Put("file", "no folder");
        (await desk.Inspect("--out", "out", "--junit", "file/junit.xml")).Gave(74);
        Assert.Equal(JsonValueKind.Object, desk.Json("out/summary.json").ValueKind);
    }
}
