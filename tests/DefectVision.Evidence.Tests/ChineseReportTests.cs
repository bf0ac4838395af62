using System.Text.RegularExpressions;
using System.Xml.Linq;
using DefectVision.Evidence.Languages;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Tests;

/// <summary>Rule: a report in Chinese holds no English besides names, numbers and the terms that are written so in China, too; and its blanks stand where Chinese print has them.</summary>
public sealed partial class ChineseReportTests
{
    // Terms of the trade and of the method, units, formats; names of persons who gave a method its name.
    private static readonly HashSet<string> Terms = new(StringComparer.Ordinal)
    {
        "AQL", "Ac", "Re", "OC", "ISO", "GB", "MIL", "STD", "ANSI", "ASQ", "II", "DV", "SHA", "UTC", "px", "jsonl", "csv", "json", "md", "ONNX", "JPEG", "PNG", "WebP", "BMP", "HEIC", "RAW", "PDF", "HTML", "DefectVision",
        "Linux", "macOS", "Windows", "PowerShell", "RFC", "QR", "SKU", "GTIN",

        // What a list of answers says, as it is written there; commands.
        "no", "unsure", "packet", "make",
        "Clopper", "Pearson", "Wilson", "Lang", "Reiczigel", "Platt", "Cohen", "kappa", "Brier", "Wallenius",
    };

    private static readonly HashSet<string> Blocks = ["p", "td", "th", "li", "dt", "dd", "h1", "h2", "h3", "h4", "figcaption", "div"];

    [Theory]
    [MemberData(nameof(CasesTests.All), MemberType = typeof(CasesTests))]
    public void It_holds_no_English(string name)
    {
        var record = Cases.All[name]().Record();
        using var written = new WrittenEvidence(record, options: new ReportOptions(Language.Parse("zh")!, HasPdf: false));
        var names = Words(string.Join(' ', Given(record))).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(string.Empty, string.Join(' ', Words(Said(written)).Distinct().Where(word => !Terms.Contains(word) && !names.Contains(word)).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(CasesTests.All), MemberType = typeof(CasesTests))]
    public void No_blank_stands_between_Chinese_letters_and_one_between_them_and_others(string name)
    {
        using var written = new WrittenEvidence(Cases.All[name]().Record(), options: new ReportOptions(Language.Parse("zh")!, HasPdf: false));
        var text = Said(written);
        Assert.Equal([], Blank().Matches(text).Select(match => match.Value));
        Assert.Equal([], Joined().Matches(text).Select(match => match.Value).Distinct());
    }

    // What stands in a frame of its own is a name, a digest or a command.
    private static string Said(WrittenEvidence written)
    {
        var body = new XElement(written.Page.Descendants("body").Single());
        body.Descendants().Where(element => element.Name.LocalName is "bdi" or "code" or "style" or "svg").ToList().ForEach(element => element.ReplaceWith("·"));
        return string.Join('\n', body.Descendants().Where(element => Blocks.Contains(element.Name.LocalName) && !element.Descendants().Any(inner => Blocks.Contains(inner.Name.LocalName))).Select(element => Named().Replace(element.Value, "·")));
    }

    private static IEnumerable<string> Given(InspectionRecord record) =>
    [
        record.Name, record.Product, .. record.Layout.Concat(record.Notes).Select(sentence => FormattableString.Invariant(sentence)), .. record.Files.Select(file => file.Path), .. record.Files.Select(file => file.Finding?.DefectClass ?? string.Empty),
        record.Agreement.Product ?? string.Empty, record.Agreement.Buyer?.Name ?? string.Empty, record.Agreement.Supplier?.Name ?? string.Empty, record.Agreement.Currency ?? string.Empty,
        .. record.Confirmed?.Readers ?? [], record.Agreement.Visit.Inspector ?? string.Empty, record.Agreement.Visit.Representative ?? string.Empty, record.Agreement.Visit.Place ?? string.Empty,
        record.Model?.Name ?? string.Empty, record.Model?.ExecutionProvider ?? string.Empty, record.Model?.Recipe ?? string.Empty, record.Model?.LearnedFrom ?? string.Empty, .. record.Model?.Limits ?? [], .. record.Model?.DefectClasses ?? [],
        record.Model?.MeasuredHow ?? string.Empty, record.Model?.Calibration ?? string.Empty, record.Model?.SelfTest ?? string.Empty, record.Model?.ReviewBand ?? string.Empty,
        .. (record.Tests?.Results ?? []).SelectMany(test => new[] { test.Test, test.Found, test.Required, test.Laboratory, test.ReportNumber, test.Standard, test.Item }.OfType<string>()),
        .. (record.Measured?.Measurements ?? []).SelectMany(one => new[] { one.Point, one.Unit, one.Gauge, one.Item }.OfType<string>()),
        .. (record.ThirdParty?.Findings ?? []).SelectMany(one => new[] { one.Inspector, one.ReportNumber, one.DefectClass, one.Item }.OfType<string>()),
        .. record.Lots.SelectMany(lot => lot.Lot.AllItems).SelectMany(item => item.Photos).Select(photo => photo.Place?.View ?? string.Empty),
    ];

    private static IEnumerable<string> Words(string text) => Latin().Matches(text).Select(match => match.Value);

    // Files, the report's number, digests.
    [GeneratedRegex("[A-Za-z-]+\\.(jsonl|json|csv|md|html|pdf)|DV-[0-9a-f-]+|[0-9a-f]{8,}|sha256sum")]
    private static partial Regex Named();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Latin();

    [GeneratedRegex("[\u4E00-\u9FFF] +[\u4E00-\u9FFF]")]
    private static partial Regex Blank();

    [GeneratedRegex("([\u4E00-\u9FFF][A-Za-z0-9])|([A-Za-z0-9][\u4E00-\u9FFF])")]
    private static partial Regex Joined();
}
