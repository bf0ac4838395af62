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

    /// <summary>The same of photos that are not named like labels.</summary>
    private const int OthersSide = 1500;

    private readonly CodeReader _codes = new();

    /// <summary>The file with its codes, where it is searched.</summary>
    /// <param name="scored">Just read with this reader, or an attachment that was not read.</param>
    /// <param name="file">All its bytes.</param>
    /// <param name="reader">Has read this file last, where it is no attachment. It may read it again.</param>
    public ScoredFile Searched(ScoredFile scored, ReadOnlySpan<byte> file, PhotoReader reader)
    {
        var entry = scored.Entry;
        if (!search.IsSearched(entry.Path))
        {
            return scored;
        }

        var isClose = search.IsClose(entry.Path);
        return entry.Outcome switch
        {
            PhotoOutcome.Attachment => With(scored, reader.ReadGrey(file, FullSide), isClose, isClose),
            PhotoOutcome.Scored or PhotoOutcome.Read when isClose => Closely(scored, file, reader),
            PhotoOutcome.Scored or PhotoOutcome.Read => With(scored, reader.Grey(file, 0), isClose, isThorough: false),
            _ => scored,
        };
    }

    // A photo of goods is decoded once more only where it shows anything like a code.
    private ScoredFile Closely(ScoredFile scored, ReadOnlySpan<byte> file, PhotoReader reader)
    {
        var isOfLabel = CodeSearch.IsOfLabel(scored.Entry.Path);
        var ready = reader.Grey(file, 0)!;
        return !isOfLabel && !CodeReader.SeesAny(ready)
            ? scored with { Entry = scored.Entry with { Codes = new CodeLook([], IsClose: true) } }
            : With(scored, reader.Grey(file, isOfLabel ? FullSide : OthersSide) ?? ready, isClose: true, isThorough: true);
    }

    private ScoredFile With(ScoredFile scored, Luminance? grey, bool isClose, bool isThorough) => grey is null ? scored
        : scored with { Entry = scored.Entry with { Codes = new CodeLook([.. _codes.Read(grey, isThorough ? CodeEffort.Thorough : CodeEffort.Quick).Select(code => new PhotoCode(code.Symbology, code.Text))], isClose) } };
}
