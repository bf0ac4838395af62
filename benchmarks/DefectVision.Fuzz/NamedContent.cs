using System.Text;

namespace DefectVision.Fuzz;

/// <summary>An input that says which file of a reader it stands for: a line with the name, then the content. So one target reads every kind of list, or of label file.</summary>
/// <param name="Name">Of the file, such as confirmed.csv.</param>
/// <param name="Content">Of the file.</param>
internal sealed record NamedContent(string Name, byte[] Content)
{
    private const byte End = (byte)'\n';

    /// <summary>The first line and the rest; an input of a single line has no content.</summary>
    public static NamedContent Of(byte[] input)
    {
        var line = input.AsSpan().IndexOf(End) is var end and >= 0 ? end : input.Length;
        return new NamedContent(Encoding.UTF8.GetString(input.AsSpan(0, line)), input[Math.Min(line + 1, input.Length)..]);
    }

    /// <summary>The input that <see cref="Of"/> takes apart.</summary>
    public byte[] ToInput() => [.. Encoding.UTF8.GetBytes(Name), End, .. Content];
}
