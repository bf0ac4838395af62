using System.Globalization;

namespace DefectVision.Imaging.Decoding;

/// <summary>What a file is that begins like no photo, and what to do: what transfers, messengers and failing cards leave in a photo's place.</summary>
internal static class NoPhoto
{
    private const int MostBefore = 16;
    private const int MostOfPage = 512;

    /// <summary>Why a file is no photo.</summary>
    /// <param name="file">All bytes; of a format that <see cref="FormatSniffer"/> does not know.</param>
    public static string Reason(ReadOnlySpan<byte> file) =>
        file.IsEmpty ? "the file is empty"
        : !file.ContainsAnyExcept((byte)0) ? "every byte of the file is zero: copy it again from the phone or the card"
        : Before(file) is > 0 and var count ? string.Create(CultureInfo.InvariantCulture, $"{count} bytes stand before the photo, as a transfer in text mode puts them there; send the file again as it is")
        : IsPage(file) ? "a web page was saved in place of the photo; download the photo itself"
        : "the content is no image: it starts with " + Convert.ToHexString(file[..Math.Min(8, file.Length)]);

    // A mark of byte order, line ends: a few bytes, and then what a photo begins with.
    private static int Before(ReadOnlySpan<byte> file)
    {
        for (var at = 1; at <= MostBefore && at < file.Length; at++)
        {
            if (FormatSniffer.Sniff(file[at..]) is PhotoFormat.Jpeg or PhotoFormat.Png)
            {
                return at;
            }
        }

        return 0;
    }

    // HTML, section 13.1.1: a page begins with its document type or its root, in any case; a mark of byte order and white space may stand before it.
    private static bool IsPage(ReadOnlySpan<byte> file)
    {
        var text = System.Text.Encoding.UTF8.GetString(file[..Math.Min(MostOfPage, file.Length)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
