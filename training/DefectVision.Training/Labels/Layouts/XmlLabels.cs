using System.Xml;
using System.Xml.Linq;
using DefectVision.Imaging;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>XML label files: no document type, nothing fetched from elsewhere, every element knows its line.</summary>
internal static class XmlLabels
{
    /// <summary>Characters of one file at most: half a gigabyte of XML is no list of boxes.</summary>
    private const long MostCharacters = 512L << 20;

    /// <summary>Elements within each other at most; boxes lie in five.</summary>
    private const int MostDepth = 64;

    /// <summary>The name of the outermost element; null when there is none to be read.</summary>
    public static string? Outermost(string file)
    {
        try
        {
            using var reader = Opened(file);
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
            Shallow(set, file);
            using var reader = Opened(file);
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

    // The tree of a file that is nothing but opening tags takes minutes to build.
    private static void Shallow(SetFolder set, string file)
    {
        using var reader = Opened(file);
        while (reader.Read())
        {
            if (reader.Depth > MostDepth)
            {
                throw new DatasetException(FormattableString.Invariant($"{set.Relative(file)}({((IXmlLineInfo)reader).LineNumber}): found more than {MostDepth} elements within each other, wanted the file as it was exported"));
            }
        }
    }

    private static XmlReader Opened(string file) => PlainFile.HasNothing(file) ? XmlReader.Create(TextReader.Null, Settings()) : XmlReader.Create(file, Settings());

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };
}
