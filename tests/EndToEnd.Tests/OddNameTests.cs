using System.Diagnostics;
using System.Text.Json;
using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>Rule: paths in any script work and come out as they went in; found = sum of outcomes for every name a disk can hold.</summary>
public sealed class OddNameTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [SkippableFact]
    public async Task Odd_names_come_out_as_they_went_in()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a file system that takes these names");
        string[] names =
        [
            "采购单7/批次一/一号_正面.jpg",
            "采购单7/批次一/👕_🧵.jpg",
            "采购单7/批次一/with space_ front .jpg",
            "采购单7/批次一/-rf_--out.jpg",
            "采购单7/批次一/it's \"quoted\"_x.jpg",
            "采购单7/批次一/line\nbreak_x.jpg",
            "采购单7/批次一/tab\t_x.jpg",
            "采购单7/批次一/<script>alert(1)<_script>.jpg",
            "采购单7/批次一/a:b|c?d*e_x.jpg",
            "采购单7/批次一/back\\slash_x.jpg",
            "采购单7/批次一/CON_x.jpg",
            "采购单7/批次一/=cmd()_x.jpg",
            "采购单7/批次一/%2e%2e_x.jpg",
            "采购单7/批次一/é_composed.jpg",
            "采购单7/批次一/e\u0301_decomposed.jpg",
            "采购单7/批次一/[red]markup[_].jpg",
            "采购单7/批次一/" + new string('n', 195) + "_x.jpg",
            "采购单7/" + string.Join('/', Enumerable.Repeat("a folder with a long name", 12)) + "/deep_x.jpg",
        ];
        for (var at = 0; at < names.Length; at++)
        {
            _desk.Put($"shipment/{names[at]}", Photos.Good(at));
        }

        var answer = await _desk.Inspect("--format", "jsonl");
        Assert.InRange(answer.ExitCode, 0, 2);
        var lines = answer.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), lines.Select(line => line.GetProperty("path").GetString()));
        Assert.All(lines, line => Assert.Equal("scored", line.GetProperty("outcome").GetString()));
        Assert.DoesNotContain("<script>alert(1)", File.ReadAllText(_desk.At("inspections/shipment/report.html")), StringComparison.Ordinal);
        (await _desk.Inspect("--format", "text")).Gave(answer.ExitCode);
    }

    // A Chinese Windows archive unpacked on Linux leaves names in GBK: bytes that are no UTF-8.
    [SkippableFact]
    public async Task A_name_that_is_no_text_loses_neither_its_file_nor_the_others()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs file names of bytes");
        _desk.Put("shipment/a/1_front.jpg", Photos.Good(1));
        using (var shell = Process.Start("sh", ["-c", "cp \"$0/1_front.jpg\" \"$0/$(printf '\\325\\375')_front.jpg\"", _desk.At("shipment/a")]))
        {
            await shell.WaitForExitAsync();
            Skip.If(shell.ExitCode != 0, "needs a file system that takes any bytes for a name");
        }

        var answer = await _desk.Inspect("--format", "jsonl");
        using (var shell = Process.Start("sh", ["-c", "rm -f \"$0\"/*_front.jpg", _desk.At("shipment/a")]))
        {
            // .NET cannot take away what it cannot name.
            await shell.WaitForExitAsync();
        }

        Assert.True(answer.ExitCode is 0 or 1 or 2, answer.Error);
        Assert.Equal(2, answer.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [SkippableFact]
    public async Task A_shipment_whose_own_name_is_odd_can_be_inspected()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a file system that takes these names");
        _desk.Put("-出货 \"11月\"/a/1_front.jpg", Photos.Good(1));
        var answer = await _desk.Run("inspect", "./-出货 \"11月\"/", "--model", Desk.Model, "--format", "json");
        answer.Gave(2);
        Assert.True(File.Exists(_desk.At("inspections/-出货 \"11月\"/report.html")));
    }
}
