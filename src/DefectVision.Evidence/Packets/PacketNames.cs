using System.Globalization;
using System.Text.RegularExpressions;

namespace DefectVision.Evidence.Packets;

/// <summary>What lies where in a packet. Parts of a path are joined by '/'.</summary>
internal static partial class PacketNames
{
    public const string Manifest = "manifest.jsonl";
    public const string Sums = "SHA256SUMS";
    public const string Seal = "seal.json";
    public const string Signature = "root.p7s";
    public const string Custody = "custody.jsonl";
    public const string LaterCustody = "custody-after-seal.jsonl";
    public const string HowTo = "HOW-TO-VERIFY.md";
    public const string Agreement = "agreement.yaml";
    public const string Confirmed = "confirmed.csv";
    public const string Reviews = "reviews.jsonl";
    public const string Draw = "draw.csv";
    public const string Measurements = "measurements.csv";
    public const string Tests = "tests.csv";
    public const string ThirdParty = "third-party.csv";
    public const string Redactions = "redactions.jsonl";
    public const string ModelCard = "model-card.md";
    public const string Claim = "claim";
    public const string Originals = "originals/";

    /// <summary>Photos of no exhibit, below the originals.</summary>
    private const string NoExhibit = "no-exhibit";

    /// <summary>What the lists of others name, such as a laboratory's report.</summary>
    public const string Documents = "documents/";

    public const string Proofs = "proofs/";

    /// <summary>The number of a timestamp from 1, by its name; null for another name.</summary>
    public static int? TimestampNumber(string name) =>
        Timestamped().Match(name) is { Success: true } match ? match.Groups[1].Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 1 : null;

    /// <param name="number">From 1.</param>
    public static string Timestamp(int number) => number == 1 ? "root.tsr" : string.Create(CultureInfo.InvariantCulture, $"root-{number}.tsr");

    /// <summary>What the sums cannot hold, because it is made after them: each of these is held by itself or by what it rests on.</summary>
    public static bool IsBesideSums(string name) => name is Sums or Seal or Signature or LaterCustody || TimestampNumber(name) is not null;

    /// <summary>What the manifest cannot hold, because it is made from it; the sums hold it.</summary>
    public static bool IsBesideManifest(string name) => name is Manifest or Custody || name.StartsWith(Proofs, StringComparison.Ordinal);

    /// <summary>The folder of an exhibit's photos below the originals; photos of no exhibit share one.</summary>
    public static string FolderOf(int? exhibit) => exhibit is { } number ? string.Create(CultureInfo.InvariantCulture, $"exhibit-{number:D3}") : NoExhibit;

    public static string ProofOf(string original) => Proofs + original[Originals.Length..] + ".json";

    [GeneratedRegex(@"^root(?:-([2-9]|[1-9][0-9]{1,3}))?\.tsr\z", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamped();
}
