using System.Security.Cryptography;
using System.Text;
using DefectVision.Evidence;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.History;
using DefectVision.History.Scorecards;
using DefectVision.Inspection.Imported;

namespace DefectVision.Dashboard;

/// <summary>What every page is made of.</summary>
/// <param name="Shipments">All that is kept, in order of their days.</param>
/// <param name="Cards">One a supplier.</param>
/// <param name="Folder">Of the pages: addresses are relative to it.</param>
/// <param name="Words">Say every sentence.</param>
/// <param name="Today">By which a deadline is ahead or overdue.</param>
internal sealed record View(IReadOnlyList<ShipmentEntry> Shipments, IReadOnlyList<Scorecard> Cards, string Folder, Words Words, DateOnly Today)
{
    public const string SupplierPages = "supplier-*.html";

    /// <summary>Other sources, as the buyer lists them.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>The page of a supplier.</summary>
    public static string PageOf(string supplier) =>
        $"supplier-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(NameKey.Of(supplier))))[..12]}.html";

    /// <summary>A supplier's name that leads to its page.</summary>
    public static Piece Supplier(string name) => Piece.Link(name, PageOf(name));

    /// <summary>The supplier of a shipment; a dash where nobody named one.</summary>
    public static Line SupplierOf(ShipmentEntry shipment) => shipment.Supplier is { } supplier ? Line.Of(Supplier(supplier)) : Line.Of("-");

    /// <summary>A shipment's name that leads to its report; the name alone where the case is no longer there.</summary>
    public Piece Case(ShipmentEntry shipment, string? name = null)
    {
        var report = Path.Combine(shipment.Folder, EvidenceWriter.ReportName);
        return File.Exists(report) ? Piece.Link(name ?? shipment.Name, Address(report)) : Piece.Name(name ?? shipment.Name);
    }

    /// <summary>The address of a file, relative to the pages.</summary>
    public string Address(string path) =>
        string.Join('/', Path.GetRelativePath(Folder, path).Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));

    public Heading Section(FormattableString name, string anchor) => new(Rank.Section, Words.Say(name), anchor);

    public Heading Part(FormattableString name) => new(Rank.Part, Words.Say(name));

    public Paragraph Text(FormattableString text, Manner manner = Manner.Plain) => new(Words.Say(text), manner);

    /// <summary>Lines under each other, those that say something; a dash where none does.</summary>
    public Cell Lines(params FormattableString?[] lines) => lines.OfType<FormattableString>().ToList() is { Count: > 0 } said ? new Cell([.. said.Select(Words.Say)]) : "-";

    /// <summary>"3 / 120", or a dash where nothing was counted.</summary>
    public static string Of(DefectVision.Statistics.Tally tally) => tally.Total == 0 ? "-" : $"{Figures.Count(tally.Count)} / {Figures.Count(tally.Total)}";
}
