using System.Globalization;
using System.Text.RegularExpressions;
using DefectVision.Inspection.Drawing;

namespace DefectVision.Pipeline.Intake;

/// <summary>What a draw list says of one lot's draw, in a remark of its own: <c># lot: NAME; lot size: 280; sample size: 32; seed: 7; items: numbers 1 to 280; method: …</c></summary>
/// <remarks>Lists of one lot, as earlier versions wrote them, have a remark for each fact in its place.</remarks>
internal sealed partial record DrawFacts(int? LotSize, int? SampleSize, ulong? Seed, string? Method, int? Numbers, ListedItems? ItemList)
{
    /// <summary>Cartons opened; null: items were drawn from the whole lot.</summary>
    public int? CartonsOpened { get; init; }

    /// <summary>Items in a carton; null where items were drawn from the whole lot.</summary>
    public int? PerCarton { get; init; }

    /// <summary>Items of the first stage of double sampling; null: one stage.</summary>
    public int? FirstStage { get; init; }

    /// <summary>The remark of a lot begins with it.</summary>
    public const string LotKey = "lot";

    private const int LargestLot = 100_000_000;
    private const int LargestSample = 1_000_000;

    /// <summary>Nothing is said.</summary>
    public static DrawFacts None { get; } = new(null, null, null, null, null, null);

    /// <summary>The lot that a remark speaks of.</summary>
    public static string LotOf(CsvRemark remark) => remark.Value.Split(';')[0].Trim();

    /// <summary>True for a remark of a list of one lot.</summary>
    public static bool IsOfOneLot(CsvRemark remark) => remark.Key is "lot size" or "sample size" or "seed" or "method" or "items listed";

    /// <summary>From the one remark of a lot.</summary>
    /// <exception cref="IntakeException">A fact is malformed.</exception>
    public static DrawFacts OfLot(string file, CsvRemark remark) => remark.Value.Split(';').Skip(1).Aggregate(None, (facts, part) =>
        part.IndexOf(':', StringComparison.Ordinal) is var at and > 0
            ? facts.With(part[..at].Trim().ToLowerInvariant(), part[(at + 1)..].Trim(), file, remark)
            : throw Wrong(file, remark, $"'{part.Trim()}'", "facts such as seed: 7, with ';' between them"));

    /// <summary>From the remarks of a list of one lot.</summary>
    /// <exception cref="IntakeException">A fact is malformed.</exception>
    public static DrawFacts OfOneLot(string file, IEnumerable<CsvRemark> remarks) =>
        remarks.Where(IsOfOneLot).Aggregate(None, (facts, remark) => facts.With(remark.Key, remark.Value, file, remark));

    private DrawFacts With(string key, string value, string file, CsvRemark remark) => key switch
    {
        "lot size" => this with { LotSize = Count(key, value, LargestLot, file, remark) },
        "sample size" => this with { SampleSize = Count(key, value, LargestSample, file, remark) },
        "cartons opened" => this with { CartonsOpened = Count(key, value, LargestSample, file, remark) },
        "per carton" => this with { PerCarton = Count(key, value, LargestSample, file, remark) },
        "first stage" => this with { FirstStage = Count(key, value, LargestSample, file, remark) },
        "seed" => this with
        {
            Seed = ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : throw Wrong(file, remark, $"seed '{value}'", "a whole number, 0 or more"),
        },
        "method" => this with { Method = value },
        "items" when Numbered().Match(value) is { Success: true } match => this with { Numbers = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) },
        "items" or "items listed" when Listed().Match(value) is { Success: true } match =>
            this with { ItemList = new ListedItems(match.Groups["file"] is { Success: true } named ? named.Value : null, match.Groups["digest"].Value) },
        "items" or "items listed" => throw Wrong(file, remark, $"items '{value}'", "numbers 1 to N, or FILE, SHA-256 and 64 hexadecimal digits"),
        _ => throw Wrong(file, remark, $"the fact '{key}'", "lot size, sample size, first stage, cartons opened, per carton, seed, items or method"),
    };

    private static int Count(string key, string value, int largest, string file, CsvRemark remark) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= largest
            ? count
            : throw Wrong(file, remark, $"{key} '{value}'", FormattableString.Invariant($"a whole number from 1 to {largest}"));

    private static IntakeException Wrong(string file, CsvRemark remark, string found, string expected) =>
        new(FormattableString.Invariant($"{file}({remark.Number}): found {found}, expected {expected}"));

    [GeneratedRegex("^numbers 1 to ([0-9]{1,9})$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex("^((?<file>[^/\\\\]+), )?SHA-256 (?<digest>[0-9a-f]{64})$", RegexOptions.CultureInvariant)]
    private static partial Regex Listed();
}
