using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DefectVision.Statistics;
using DefectVision.Statistics.Verification;

namespace DefectVision.Inspection.Reviewing;

/// <summary>
/// The items of a lot's sample in two groups: those that something points at, which are all read, and the rest, of which a random share is read, so that what was missed can be
/// estimated (verification protocol of the statistics page, 2.6). The groups and the draw depend on the inspection and the protocol alone, never on an answer.
/// </summary>
/// <param name="Pointed">Flagged, not decided by their photos, or without a photo that can be read; in ordinal order.</param>
/// <param name="Rest">The others, in ordinal order.</param>
/// <param name="Drawn">Of the rest, in the order drawn.</param>
public sealed record AuditSample(IReadOnlyList<Item> Pointed, IReadOnlyList<Item> Rest, IReadOnlyList<Item> Drawn)
{
    /// <summary>Of a lot: its items that count in statements about it.</summary>
    public static AuditSample Of(Lot lot, ReviewProtocol protocol)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(protocol);
        var groups = lot.Items.ToLookup(IsPointedAt);
        var rest = groups[false].ToList();
        var shuffled = rest.ToArray();
        new PinnedGenerator(protocol.Seed, StreamOf(lot.Name)).Shuffle(shuffled.AsSpan());
        var size = protocol.AuditShare is { } share ? (int)Math.Min(rest.Count, Math.Ceiling(share * rest.Count)) : (int)VerificationSize.Unflagged(rest.Count);
        return new AuditSample([.. groups[true]], rest, shuffled[..size]);
    }

    /// <summary>Without a model nothing points at an item that can be seen.</summary>
    internal static bool IsPointedAt(Item item) =>
        item.Standing is ItemStanding.Flagged or ItemStanding.TooCloseToCall or ItemStanding.Incomplete
        || item.Photos.Any(photo => photo.Finding?.Triage == Statistics.Calibration.Triage.Refer);

    /// <summary>Every lot has draws of its own under one seed.</summary>
    internal static ulong StreamOf(string lot) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(lot)));
}
