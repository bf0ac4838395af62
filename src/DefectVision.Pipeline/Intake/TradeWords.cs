using System.Collections.Frozen;
using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>Words of the trade that say one of two things, in English, Chinese and German.</summary>
internal sealed class TradeWords
{
    private static readonly FrozenSet<string> Unsure = FrozenSet.Create("unsure", "not sure", "?", "不确定", "不清楚", "待定", "unsicher", "unklar");

    private static readonly FrozenSet<string> Different = FrozenSet.Create("different", "different item", "different items", "不同", "不同产品", "不是同一件", "verschieden", "unterschiedlich");

    private readonly FrozenSet<string> _true;
    private readonly FrozenSet<string> _false;

    private TradeWords(string wanted, string[] yes, string[] no) => (Wanted, _true, _false) = (wanted, yes.ToFrozenSet(), no.ToFrozenSet());

    /// <summary>True for yes.</summary>
    public static TradeWords YesOrNo { get; } = new(
        "yes or no",
        ["yes", "y", "true", "是", "是的", "对", "有", "ja", "j", "wahr"],
        ["no", "n", "false", "否", "不", "不是", "无", "没有", "nein", "falsch"]);

    /// <summary>True for what passed.</summary>
    public static TradeWords PassOrFail { get; } = new(
        "pass or fail",
        ["pass", "passed", "p", "ok", "good", "accept", "accepted", "conforming", "合格", "通过", "良", "良品", "接受", "符合", "bestanden", "gut", "i.o.", "io", "in ordnung", "konform"],
        [
            "fail", "failed", "f", "ng", "not ok", "nok", "n.ok", "bad", "defective", "reject", "rejected", "nonconforming", "不合格", "未通过", "不通过", "不良", "不良品", "次品",
            "拒收", "不符合", "nicht bestanden", "schlecht", "n.i.o.", "nio", "nicht in ordnung", "nicht ok", "nicht konform", "fehlerhaft", "mangelhaft",
        ]);

    /// <summary>True for a defective item: the words of <see cref="PassOrFail"/>, the other way round.</summary>
    public static TradeWords DefectiveOrGood { get; } = new("defective or good", [.. PassOrFail._false], [.. PassOrFail._true]);

    /// <summary>For errors.</summary>
    public string Wanted { get; }

    /// <summary>Null for a word that says neither.</summary>
    public bool? Read(string text) => Plain(text) is var word && _true.Contains(word) ? true : _false.Contains(word) ? false : null;

    /// <summary>True for the word of a person who cannot say.</summary>
    public static bool IsUnsure(string text) => Unsure.Contains(Plain(text));

    /// <summary>True for the word of a person who says that two items are two.</summary>
    public static bool IsDifferent(string text) => Different.Contains(Plain(text));

    /// <summary>In one width, one case and with single blanks.</summary>
    public static string Plain(string text) =>
        string.Join(' ', UnicodeForm.Compatible(text).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
