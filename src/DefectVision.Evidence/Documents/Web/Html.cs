using System.Text;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Documents.Web;

/// <summary>
/// Writes HTML and inline SVG as a stream. Text enters only through <see cref="Text"/> and attribute values, and both escape:
/// there is no way to write markup that came from a file name. An element is closed by disposing its scope.
/// </summary>
internal sealed class Html(TextWriter output)
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal) { "a", "b", "bdi", "code", "dd", "dt", "span", "td", "text", "th", "title" };

    public void Doctype() => output.Write("<!DOCTYPE html>\n");

    /// <summary>Where a scope would not do, because the element ends elsewhere: closed by <see cref="End"/>.</summary>
    public void Begin(string name, params ReadOnlySpan<(string Name, string? Value)> attributes) => _ = Open(name, attributes);

    public void End(string name) => Close(name);

    public Scope Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        output.Write('>');
        return new Scope(this, name);
    }

    /// <summary>An element that holds text only.</summary>
    public void Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        output.Write('>');
        Text(text);
        Close(name);
    }

    /// <summary>An element that holds nothing.</summary>
    public void Void(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        output.Write("/>");
    }

    /// <summary>A picture that travels within the page.</summary>
    public void Jpeg(byte[] jpeg, string name) => Void("img", ("src", "data:image/jpeg;base64," + Convert.ToBase64String(jpeg)), ("alt", name));

    public void Text(string text) => PlainText.Read(text, Visible, output.Write);

    /// <summary>Name of a file, lot or item: kept whole, in its own direction, with its blanks.</summary>
    /// <remarks>A short one is not parted at the end of a line, which would read as two names.</remarks>
    public void Name(string name) => Element("bdi", name, ("class", name.Length <= PlainText.KeptWhole ? "kept" : "long"));

    public void Stylesheet(string css)
    {
        if (css.Contains('<', StringComparison.Ordinal))
        {
            throw new ArgumentException("found '<' in a stylesheet, wanted none: it could close the element", nameof(css));
        }

        using (Open("style"))
        {
            output.Write(css);
        }
    }

    private void Start(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Write('<');
        Word(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            output.Write(' ');
            Word(attribute);
            output.Write("=\"");
            Text(value);
            output.Write('"');
        }
    }

    private void Close(string name)
    {
        output.Write("</");
        output.Write(name);
        output.Write(Inline.Contains(name) ? ">" : ">\n");
    }

    private void Word(string name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '-')
            {
                throw new ArgumentException($"found '{name}', wanted letters, digits and '-'", nameof(name));
            }
        }

        output.Write(name);
    }

    private void Visible(Rune rune)
    {
        switch (rune.Value)
        {
            case '<':
                output.Write("&lt;");
                break;
            case '>':
                output.Write("&gt;");
                break;
            case '&':
                output.Write("&amp;");
                break;
            case '"':
                output.Write("&quot;");
                break;
            default:
                Span<char> units = stackalloc char[2];
                output.Write(units[..rune.EncodeToUtf16(units)]);
                break;
        }
    }

    /// <summary>An open element.</summary>
    public readonly struct Scope(Html html, string name) : IDisposable
    {
        public void Dispose() => html.Close(name);
    }
}
