using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Packets;

/// <summary>The small pictures that the report shows of photos: what is withheld from a photo must not be seen in them.</summary>
internal static partial class ReportPictures
{
    private const string Instead = "<span class=\"gone\">Not shown: a region of this photo is withheld.</span>";

    /// <summary>The report without every picture of these photos, heat maps too.</summary>
    /// <param name="report">report.html.</param>
    /// <param name="photos">Paths in the shipment.</param>
    /// <returns>The report, and what was done to it; null where nothing was.</returns>
    public static (byte[] Report, string? What) Without(byte[] report, IEnumerable<string> photos)
    {
        // As the report prints names.
        var hidden = photos.Select(PlainText.Of).ToList();
        if (hidden.Count == 0)
        {
            return (report, null);
        }

        var count = 0;
        var shown = Image().Replace(Encoding.UTF8.GetString(report), image =>
        {
            var words = WebUtility.HtmlDecode(image.Groups["alt"].Value);
            if (!hidden.Any(photo => words == photo || words.EndsWith(" " + photo, StringComparison.Ordinal)))
            {
                return image.Value;
            }

            count++;
            return Instead;
        });
        return count == 0 ? (report, null) : (Encoding.UTF8.GetBytes(shown), FormattableString.Invariant($"copied, withheld: {count} pictures of photos of which regions are withheld"));
    }

    [GeneratedRegex("<img\\b[^>]*\\balt=\"(?<alt>[^\"]*)\"[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Image();
}
