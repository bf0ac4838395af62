using System.Xml;
using System.Xml.Linq;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>XML label files: no document type, nothing fetched from elsewhere, every element knows its line.</summary>
internal static class XmlLabels
{
    /// <summary>Characters of one file at most: half a gigabyte of XML is no list of boxes.</summary>
    private const long MostCharacters = 512L << 20;

    /// <summary>The name of the outermost element; null when there is none to be read.</summary>
    public static string? Outermost(string file)
    {
        try
        {
            using var reader = XmlReader.Create(file, Settings());
            return reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <param name="outermost">The name that the outermost element must have.</param>
    /// <exception cref="DatasetException">It is not well formed, has a document type, or is another kind of file.</exception>
    public static XElement Read(SetFolder set, string file, string outermost)
    {
        try
        {
            using var reader = XmlReader.Create(file, Settings());
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            return root.Name.LocalName == outermost
                ? root
                : throw new DatasetException($"{Where(set, file, root)}: found <{root.Name.LocalName}>, wanted <{outermost}>");
        }
        catch (XmlException fault)
        {
            throw new DatasetException(FormattableString.Invariant($"{set.Relative(file)}({Math.Max(1, fault.LineNumber)}): found XML that cannot be read ({fault.Message}), wanted the file as it was exported"));
        }
    }

    /// <summary>File and line of an element.</summary>
    public static string Where(SetFolder set, string file, XElement element) =>
        FormattableString.Invariant($"{set.Relative(file)}({((IXmlLineInfo)element).LineNumber})");

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };
}
