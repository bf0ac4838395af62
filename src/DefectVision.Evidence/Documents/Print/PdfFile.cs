using SkiaSharp;

namespace DefectVision.Evidence.Documents.Print;

/// <summary>
/// A document as PDF: its letters can be searched, its drawings are vectors, headings stand in the outline. The blocks are read twice, once to count the pages.
/// </summary>
internal sealed class PdfFile : IRenderer, IDisposable
{
    private readonly PdfFonts _fonts;
    private readonly Running _running;
    private readonly Stream _stream;
    private readonly NativeSink _sink;
    private readonly SKDocument _document;
    private readonly PdfPages _pages;
    private readonly PdfLayout _layout;

    /// <param name="stream">Can be read and searched: the outline is added when all else is written.</param>
    /// <param name="blocks">All that will be written, to count the pages.</param>
    public PdfFile(Stream stream, PdfFonts fonts, PaperSize paper, Running running, IEnumerable<Block> blocks)
    {
        var typesetter = new Typesetter(fonts);
        var frame = new PageFrame(paper);
        _fonts = fonts;
        _running = running;
        _stream = stream;
        _sink = new NativeSink(stream);
        _layout = new PdfLayout(frame, typesetter);
        using var counted = new PdfPages(frame, typesetter, running, null, null);
        foreach (var slab in blocks.SelectMany(_layout.Slabs))
        {
            counted.Add(slab);
        }

        counted.Close();
        _document = SKDocument.CreatePdf(_sink, new SKDocumentPdfMetadata
        {
            Title = $"{running.Title}: {running.Subject}",
            Creator = "DefectVision",
            Keywords = $"evidence root {running.Root}",
            Creation = running.Date.UtcDateTime,
            Modified = running.Date.UtcDateTime,
            RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
            EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
        });
        _pages = new PdfPages(frame, typesetter, running, _document, counted.Count);
    }

    public void Write(Block block)
    {
        foreach (var slab in _layout.Slabs(block))
        {
            _pages.Add(slab);
        }

        _sink.ThrowIfFaulted();
    }

    /// <summary>Writes what still waits, and the outline.</summary>
    /// <exception cref="IOException">The document cannot be written.</exception>
    public void Finish()
    {
        _pages.Close();
        _document.Close();
        _sink.ThrowIfFaulted();
        PdfOutline.Append(_stream, _pages.Outline, _running.Language);
    }

    public void Dispose()
    {
        _pages.Dispose();
        _document.Dispose();
        _sink.Dispose();
        _fonts.Dispose();
    }
}
