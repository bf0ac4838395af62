using System.Globalization;
using DefectVision.Evidence.Wording;
using SkiaSharp;

namespace DefectVision.Evidence.Documents.Print;

/// <summary>
/// Puts slabs on pages, one under the other: what leads in stays with what follows, and the head of a table is repeated. Without a document it only counts the pages,
/// which must be known before the first is drawn.
/// </summary>
internal sealed class PdfPages(PageFrame frame, Typesetter typesetter, Running running, SKDocument? document, int? of) : IDisposable
{
    private readonly List<Slab> _waiting = [];
    private PdfCanvas? _canvas;
    private float _at;
    private bool _isEmpty = true;

    public int Count { get; private set; }

    public List<OutlineEntry> Outline { get; } = [];

    public void Add(Slab slab)
    {
        // A slab is placed when the next is known: that one may have to stand with it.
        if (_waiting is [.., { LeadsIn: false }] && !slab.Follows)
        {
            Place();
        }

        _waiting.Add(slab);
    }

    /// <summary>Places what still waits.</summary>
    public void Close()
    {
        Place();
        EndPage();
    }

    public void Dispose() => _canvas?.Dispose();

    // Together on one page where they fit on one at all.
    private void Place()
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        if (Count == 0 || !Fit(_waiting))
        {
            if (Count > 0 && _waiting.ConvertAll(slab => slab.Lower ?? slab) is var lower && Fit(lower))
            {
                _waiting.Clear();
                _waiting.AddRange(lower);
            }
            else
            {
                BeginPage(_waiting[0]);
            }
        }

        foreach (var slab in _waiting)
        {
            if (_at + slab.Before + slab.Height > frame.Bottom && !_isEmpty)
            {
                BeginPage(slab);
            }

            Draw(slab);
        }

        _waiting.Clear();
    }

    private bool Fit(List<Slab> slabs) => _isEmpty || _at + slabs.Sum(slab => slab.Height + slab.Before) <= frame.Bottom;

    private void Draw(Slab slab)
    {
        _at += _isEmpty ? 0 : slab.Before;
        if (slab.Outline is { } entry)
        {
            Outline.Add(entry);
            _canvas?.Anchor(entry.Anchor, _at);
        }

        if (_canvas is not null)
        {
            slab.Draw(_canvas, _at);
        }

        _at += slab.Height;
        _isEmpty = false;
        if (slab.EndsPage && _at > (PageFrame.Top + frame.Bottom) / 2)
        {
            _at = frame.Bottom + 1;
        }
    }

    private void BeginPage(Slab first)
    {
        EndPage();
        Count++;
        _at = PageFrame.Top;
        _isEmpty = true;
        if (document is not null)
        {
            _canvas = new PdfCanvas(document.BeginPage(frame.Paper.Width, frame.Paper.Height), typesetter);
            Letters(running.Head, PageFrame.Head, isRight: true);
            Letters($"{running.Title}: {running.Subject}", frame.Foot, isRight: false);
            Letters(string.Create(CultureInfo.InvariantCulture, $"{Count} / {of}"), frame.Foot, isRight: true);
        }

        if (first.Head is { } head)
        {
            Draw(head);
        }
    }

    private void Letters(string text, float y, bool isRight)
    {
        const float share = 0.8f;
        var set = typesetter.Set([new Piece(PlainText.Of(text))], new TextStyle(7, 9, Look.Soft), frame.Width * share);
        var line = set with { Lines = [set.Lines[0]] };
        _canvas!.Text(line, isRight ? frame.Right : PageFrame.Left, y, isRight);
    }

    private void EndPage()
    {
        if (_canvas is null)
        {
            return;
        }

        _canvas.Dispose();
        _canvas = null;
        document!.EndPage();
    }
}
