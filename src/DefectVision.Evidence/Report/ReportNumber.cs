using System.Globalization;
using System.Text;
using DefectVision.Evidence.Packets;

namespace DefectVision.Evidence.Report;

/// <summary>
/// What the report is called by, on every page: its date and the beginning of the evidence root, so that two reports of unlike evidence never share a number.
/// </summary>
/// <param name="Text">Such as "DV-20261124-3f9a61c2".</param>
/// <param name="Root">Merkle root (RFC 6962) over the files that the report rests on, lower-case hex.</param>
internal sealed record ReportNumber(string Text, string Root)
{
    private const int Letters = 8;

    /// <param name="beside">The files written beside the report, in their order.</param>
    public static ReportNumber Of(DateTimeOffset asOf, IReadOnlyList<FileDigest> beside)
    {
        var root = Convert.ToHexStringLower(new MerkleTree(beside.Select(file => Encoding.UTF8.GetBytes($"{file.Sha256}  {file.Name}\n"))).Root);
        return new ReportNumber($"DV-{asOf.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{root[..Letters]}", root);
    }
}
