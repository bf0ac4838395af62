using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>Rules: stdout carries the answer and stderr the progress; no colour where there is no terminal; --quiet is silent.</summary>
public sealed class StreamTests : IDisposable
{
    private const char Escape = '\u001b';
    private readonly Desk _desk = new();

    public StreamTests()
    {
        _desk.PutLot("a");
        _desk.PutLot("批次二", stained: true);
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_json_answer_is_the_summary_and_nothing_else()
    {
        var answer = (await _desk.Inspect("--format", "json")).Gave(1);
        Assert.Equal(JsonValueKind.Object, answer.Json.ValueKind);
        Assert.Equal(File.ReadAllText(_desk.At("inspections/shipment/summary.json")).TrimEnd(), answer.Out.TrimEnd());
        Assert.Contains("inspecting: ", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_jsonl_answer_is_a_line_per_file()
    {
        var answer = (await _desk.Inspect("--format", "jsonl")).Gave(1);
        var paths = answer.Out.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("path").GetString()!).ToList();
        Assert.Equal(12, paths.Count);
        Assert.Contains("批次二/2_front.jpg", paths);
    }

    [Fact]
    public async Task The_text_answer_has_a_row_per_lot_the_accounting_and_the_way_to_the_report()
    {
        var answer = (await _desk.Inspect()).Gave(1);
        Assert.Contains("批次二", answer.Out, StringComparison.Ordinal);
        Assert.Contains("REJECT", answer.Out, StringComparison.Ordinal);
        Assert.Contains("files found: 12 = 10 scored + 2 not a photo", answer.Out, StringComparison.Ordinal);
        Assert.Contains("report: inspections/shipment/report.html", answer.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Nothing_steers_a_terminal_where_there_is_none(string format)
    {
        var answer = await Command.Run(
            _desk.Root, ["inspect", "shipment", "--model", Desk.Model, "--format", format], new Dictionary<string, string?> { ["TERM"] = "xterm-256color", ["CI"] = null });
        Assert.DoesNotContain(Escape, answer.Gave(1).Out);
        Assert.DoesNotContain(Escape, answer.Error);
        Assert.DoesNotContain('\r', answer.Error);
    }

    [Theory]
    [InlineData("--quiet")]
    [InlineData("-q")]
    public async Task Quiet_leaves_stderr_empty_and_the_answer_whole(string quiet)
    {
        var loud = (await _desk.Inspect("--format", "json", "--as-of", "2026-11-24T08:00:00Z")).Gave(1);
        var answer = (await _desk.Inspect("--format", "json", "--as-of", "2026-11-24T08:00:00Z", quiet)).Gave(1);
        Assert.Empty(answer.Error);
        Assert.Equal(loud.Out, answer.Out);
    }

    [Fact]
    public async Task An_error_is_said_even_when_quiet() =>
        Assert.StartsWith("error: ", (await _desk.Run("inspect", "nowhere", "--quiet")).Gave(66).Error, StringComparison.Ordinal);

    // A scheduler's locale must not turn a lot's name into question marks: the answer is UTF-8 (RFC 8259, 8.1).
    [Theory]
    [InlineData("C")]
    [InlineData("POSIX")]
    [InlineData("en_US.ISO-8859-1")]
    [InlineData("zh_CN.GB18030")]
    public async Task The_answer_is_utf8_under_every_locale(string locale)
    {
        var answer = await Command.Run(
            _desk.Root, ["inspect", "shipment", "--model", Desk.Model, "--format", "json"], new Dictionary<string, string?> { ["LC_ALL"] = locale, ["LANG"] = locale });
        Assert.Contains("批次二", answer.Gave(1).Out, StringComparison.Ordinal);
        Assert.False(answer.Out.StartsWith('\uFEFF'));
    }

    [Theory]
    [InlineData("2026-11-24T08:00:00Z", "2026-11-24T08:00:00Z")]
    [InlineData("2026-11-24T08:00:00", "2026-11-24T08:00:00Z")]
    [InlineData("2026-11-24", "2026-11-24T00:00:00Z")]
    [InlineData("2026-11-24T08:00:00+08:00", "2026-11-24T00:00:00Z")]
    public async Task A_time_without_a_zone_is_utc_wherever_the_machine_stands(string given, string printed)
    {
        var answer = await Command.Run(
            _desk.Root, ["inspect", "shipment", "--model", Desk.Model, "--format", "json", "--as-of", given], new Dictionary<string, string?> { ["TZ"] = "Asia/Shanghai" });
        Assert.Equal(printed, answer.Gave(1).Json.GetProperty("as_of").GetString());
    }

    [Theory]
    [InlineData("ar_SA.UTF-8")]
    [InlineData("de_DE.UTF-8")]
    public async Task The_numbers_are_the_same_under_every_culture(string locale)
    {
        string[] arguments = ["inspect", "shipment", "--model", Desk.Model, "--as-of", "2026-11-24T08:00:00Z"];
        var plain = await Command.Run(_desk.Root, [.. arguments, "--out", "plain"], new Dictionary<string, string?> { ["LC_ALL"] = "C" });
        var foreign = await Command.Run(_desk.Root, [.. arguments, "--out", "foreign"], new Dictionary<string, string?> { ["LC_ALL"] = locale });
        Assert.Equal(plain.Gave(1).Out.Replace("plain", "foreign", StringComparison.Ordinal), foreign.Gave(1).Out);
        Assert.Equal(_desk.Written("plain").Select(file => Encoding.UTF8.GetString(file.Value)), _desk.Written("foreign").Select(file => Encoding.UTF8.GetString(file.Value)));
    }
}
