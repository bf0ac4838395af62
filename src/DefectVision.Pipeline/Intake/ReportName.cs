using System.Collections.Frozen;
using System.Text.RegularExpressions;
using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// Names that inspection companies and laboratories give to their reports: the company, or the kind of inspection (FRI final random, PSI pre-shipment, DUPRO
/// during production). A name says what a document looks like, not what is in it.
/// </summary>
internal static partial class ReportName
{
    /// <summary>Words, or words in a row, that say it alone.</summary>
    private static readonly string[] Sure =
    [
        "sgs", "bureau veritas", "bureauveritas", "intertek", "tüv", "tuv", "tuev", "qima", "asiainspection", "asia inspection", "v trust", "vtrust", "hqts", "ccic", "dupro",
        "inspection report", "inspectionreport", "test report", "testreport", "third party report", "third party inspection", "pre shipment inspection", "preshipment inspection",
        "final random inspection", "prüfbericht", "inspektionsbericht",
    ];

    private static readonly string[] SureChinese = ["中检", "质检报告", "检验报告", "验货报告", "检测报告", "测试报告", "商检报告", "第三方报告"];

    /// <summary>Short for a company or an inspection, and for other things, too (a day of the week, a kind of firm): only beside a word for a report.</summary>
    private static readonly FrozenSet<string> Short = FrozenSet.Create("bv", "fri", "psi");
    private static readonly FrozenSet<string> Reports = FrozenSet.Create("report", "rpt", "inspection", "insp", "bericht");

    /// <summary>Papers about an inspection that are no report of it.</summary>
    private static readonly FrozenSet<string> Others = FrozenSet.Create("booking", "invoice", "quotation", "quote", "request", "application", "agreement", "contract", "template");
    private static readonly string[] OthersChinese = ["申请", "发票", "报价", "预约", "模板"];

    /// <summary>Whether a document is named like such a report, or lies in a folder that is.</summary>
    /// <param name="path">Under the shipment's folder, parts joined by '/'.</param>
    public static bool IsLike(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return !IsOther(name) && path.Split('/').Any(part => IsReport(part == name ? Path.GetFileNameWithoutExtension(part) : part));
    }

    private static bool IsOther(string name) => WordsOf(name).Any(word => Others.Contains(word.ToLowerInvariant())) || OthersChinese.Any(word => name.Contains(word, StringComparison.Ordinal));

    private static bool IsReport(string part)
    {
        var plain = UnicodeForm.Compatible(part);
        var words = WordsOf(plain);
        var text = $" {string.Join(' ', words).ToLowerInvariant()} ";
        if (Sure.Any(sure => text.Contains($" {sure} ", StringComparison.Ordinal)) || SureChinese.Any(sure => plain.Contains(sure, StringComparison.Ordinal)))
        {
            return true;
        }

        // In capitals a short word is a mark of the trade; "BV" ends the name of a Dutch firm, and begins that of a report.
        var hasReport = words.Any(word => Reports.Contains(word.ToLowerInvariant())) || plain.Contains("报告", StringComparison.Ordinal);
        return words.Select((word, at) => (Word: word, At: at)).Any(one => Short.Contains(one.Word.ToLowerInvariant())
            && (hasReport || (one.Word.All(char.IsUpper) && (one.At == 0 || one.Word != "BV"))));
    }

    // SGSReport_2026: SGS, Report, 2026.
    private static List<string> WordsOf(string name) => [.. Word().Matches(UnicodeForm.Compatible(name)).Select(word => word.Value)];

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\p{N}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
