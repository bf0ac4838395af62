using System.Buffers.Binary;

namespace DefectVision.Inference;

/// <summary>
/// Which photos a model was made from: of each the first eight bytes of the SHA-256 of its file, ascending. A file of the very same bytes is
/// known again; a copy that was saved anew is not. That one of a thousand other photos is taken for one of 100,000 has a probability of about 5e-12.
/// </summary>
public sealed class PhotoDigests
{
    /// <summary>Of more photos a model carries none: a part of them would pass for all.</summary>
    public const int Most = 100_000;

    /// <summary>Bytes kept of each.</summary>
    public const int Length = sizeof(ulong);

    private readonly ulong[] _ascending;

    private PhotoDigests(ulong[] ascending) => _ascending = ascending;

    /// <summary>Photos of different bytes.</summary>
    public int Count => _ascending.Length;

    /// <summary>What a model says that carries none because of <see cref="Most"/>.</summary>
    public static string LeftOut { get; } = FormattableString.Invariant($"It was made from more than {Most} photos and carries no digests of them: ")
        + "those among the photos of an inspection are not named.";

    /// <param name="sha256s">Of whole files, hex; repeated ones count once.</param>
    /// <param name="before">Of the model that is added to; null when there is none, or it carries none.</param>
    /// <returns>Null when there are more than <see cref="Most"/>.</returns>
    public static PhotoDigests? Of(IEnumerable<string> sha256s, PhotoDigests? before = null)
    {
        ulong[] ascending = [.. sha256s.Select(Beginning).Concat(before?._ascending ?? []).Distinct().Order()];
        return ascending.Length <= Most ? new PhotoDigests(ascending) : null;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no base64, not of whole digests, too long, or does not ascend.</exception>
    public static PhotoDigests Parse(string base64)
    {
        var bytes = Convert.FromBase64String(base64);
        if (bytes.Length % Length != 0 || bytes.Length / Length > Most)
        {
            throw new FormatException(FormattableString.Invariant(
                $"found {bytes.Length} bytes of photo digests, expected {Length} for each of {Most} photos at most"));
        }

        var ascending = new ulong[bytes.Length / Length];
        for (var at = 0; at < ascending.Length; at++)
        {
            ascending[at] = BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(at * Length));
            if (at > 0 && ascending[at] <= ascending[at - 1])
            {
                throw new FormatException("found photo digests that do not ascend");
            }
        }

        return new PhotoDigests(ascending);
    }

    /// <param name="sha256">Of a whole file, hex.</param>
    public bool Contains(string sha256) => Array.BinarySearch(_ascending, Beginning(sha256)) >= 0;

    /// <summary>All of them as one base64 string.</summary>
    public override string ToString()
    {
        var bytes = new byte[_ascending.Length * Length];
        for (var at = 0; at < _ascending.Length; at++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(at * Length), _ascending[at]);
        }

        return Convert.ToBase64String(bytes);
    }

    private static ulong Beginning(string sha256) => Convert.ToUInt64(sha256[..(2 * Length)], 16);
}
