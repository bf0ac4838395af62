using DefectVision.Imaging;
using DefectVision.Imaging.Codes;
using DefectVision.Inspection;
using DefectVision.Inspection.Codes;

namespace DefectVision.Pipeline.Scoring;

/// <summary>Reads the codes of one photo, after it was scored, while its pixels are there. Holds one thread's buffers.</summary>
internal sealed class CodeStage(CodeSearch search)
{
    /// <summary>Pixels of the longer side in full size: a phone's 12 megapixels whole, larger photos at half.</summary>
    private const int FullSide = 3000;

    private readonly CodeReader _codes = new();

    /// <summary>The file with its codes, where it is searched.</summary>
    /// <param name="scored">Just read with this reader, or an attachment that was not read.</param>
    /// <param name="file">All its bytes.</param>
    /// <param name="reader">Has read this file last, where it is no attachment. It may read it again.</param>
    public ScoredFile Searched(ScoredFile scored, ReadOnlySpan<byte> file, PhotoReader reader)
    {
        var entry = scored.Entry;
        if (!search.IsOn)
        {
            return scored;
        }

        var isClose = search.IsClose(entry.Path);
        var grey = entry.Outcome switch
        {
            PhotoOutcome.Scored or PhotoOutcome.Read => reader.Grey(file, isClose ? FullSide : 0) ?? reader.ReadGrey(file, 1),
            PhotoOutcome.Attachment => reader.ReadGrey(file, FullSide),
            _ => null,
        };
        return grey is null ? scored : scored with { Entry = entry with { Codes = new CodeLook(Read(grey, isClose), isClose) } };
    }

    private List<PhotoCode> Read(Luminance grey, bool isClose) =>
        [.. _codes.Read(grey, isClose ? CodeEffort.Thorough : CodeEffort.Quick).Select(code => new PhotoCode(code.Symbology, code.Text))];
}
