using System.Text;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Documents.Web;

/// <summary>One self-contained HTML file, written as a stream.</summary>
public sealed class HtmlPage : IRenderer, IDisposable
{
    /// <summary>Nothing is fetched and nothing runs, whatever a file name says.</summary>
    private const string ContentPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private const int FootLetters = 80;

    private readonly StreamWriter _output;
    private readonly Html _html;
    private readonly HtmlRenderer _renderer;

    public HtmlPage(Stream stream, Running running)
    {
        _output = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        _html = new Html(_output);
        _renderer = new HtmlRenderer(_html);
        _html.Doctype();
        _html.Begin("html", ("lang", running.Language));
        using (_html.Open("head"))
        {
            _html.Void("meta", ("charset", "utf-8"));
            _html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", ContentPolicy));
            _html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            if (running.Root is { } root)
            {
                _html.Void("meta", ("name", "evidence-root"), ("content", root));
            }

            _html.Element("title", $"{running.Title}: {running.Subject}");
            _html.Stylesheet(PrintStyle.Css(running.Head, Foot($"{running.Title}: {running.Subject}")));
        }

        _html.Begin("body");
    }

    public void Write(Block block) => _renderer.Write(block);

    public void Dispose()
    {
        _html.End("body");
        _html.End("html");
        _output.Dispose();
    }

    private static string Foot(string text)
    {
        var letters = PlainText.Of(text).EnumerateRunes().ToList();
        return string.Concat(letters.Take(FootLetters)) + (letters.Count > FootLetters ? "…" : "");
    }
}
