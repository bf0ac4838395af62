using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Tests;

/// <summary>The outputs of one record, in a folder of their own that is taken away afterwards.</summary>
internal sealed class WrittenEvidence : IDisposable
{
    /// <summary>Most rules hold without it, and it takes most of the time.</summary>
    public static readonly ReportOptions Unprinted = new(HasPdf: false);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("evidence");

    public WrittenEvidence(InspectionRecord record, Action<PictureStore>? keep = null, ReportOptions? options = null)
    {
        keep?.Invoke(Pictures);
        Paths = EvidenceWriter.Write(record, Pictures, Out, CancellationToken.None, options: options ?? Unprinted).Paths;
    }

    public string Root => _root.FullName;

    public PictureStore Pictures => new(Out);

    public string Out => Path.Combine(Root, "out");

    public IReadOnlyList<string> Paths { get; }

    public string Report => Text(EvidenceWriter.ReportName);

    public string Log => Text(EvidenceWriter.DefectLogName);

    public IReadOnlyList<JsonElement> Results =>
        [.. Text(EvidenceWriter.ResultsName).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public JsonElement Summary => JsonDocument.Parse(Text(EvidenceWriter.SummaryName)).RootElement;

    /// <summary>The report as a tree: it is written so that an XML reader takes it, which shows that every element is closed.</summary>
    public XDocument Page
    {
        get
        {
            using var reader = XmlReader.Create(new StringReader(Report), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
            return XDocument.Load(reader);
        }
    }

    /// <summary>What a reader of the report sees, element after element.</summary>
    public string Visible => string.Join('\n', Page.Descendants("body").DescendantNodes().OfType<XText>().Select(text => text.Value));

    public byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Out, name));

    public string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    public void Dispose() => _root.Delete(recursive: true);
}
