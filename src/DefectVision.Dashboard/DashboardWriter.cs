using DefectVision.Evidence;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Documents.Web;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.History;
using DefectVision.History.Scorecards;
using DefectVision.Inspection.Imported;

namespace DefectVision.Dashboard;

/// <summary>Writes what is known of suppliers as pages that open without a server. The bytes depend on the history, the language and the day alone.</summary>
public static class DashboardWriter
{
    /// <summary>The page of all suppliers.</summary>
    public const string IndexName = "index.html";

    /// <summary>Writes the pages. All are complete under temporary names before the first takes its final one; pages of suppliers that are gone are taken away.</summary>
    /// <param name="shipments">All that is kept, in order of their days.</param>
    /// <param name="folder">Full path; made when absent.</param>
    /// <param name="language">Of every sentence.</param>
    /// <param name="today">By which a deadline is ahead or overdue.</param>
    /// <param name="alternatives">Other sources, as the buyer lists them; null: no list.</param>
    /// <returns>Full paths of the pages, the one of all suppliers first.</returns>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static IReadOnlyList<string> Write(IReadOnlyList<ShipmentEntry> shipments, string folder, Language language, DateOnly today, IReadOnlyList<Alternative>? alternatives = null)
    {
        ArgumentNullException.ThrowIfNull(shipments);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(language);
        var view = new View(shipments, Scorecard.All(shipments), folder, new Words(language, (name, pack) => pack.DefectWord(name)), today) { Alternatives = alternatives ?? [] };
        using var files = new StagedFiles(folder);
        files.Stage(IndexName, stream => Page(stream, view, view.Words.Label($"Suppliers"), IndexPage.Of(view)));
        foreach (var card in view.Cards)
        {
            files.Stage(View.PageOf(card.Supplier), stream => Page(stream, view, card.Supplier, SupplierPage.Of(card, view)));
        }

        var written = files.Publish();
        foreach (var old in Directory.GetFiles(folder, View.SupplierPages).Except(written, StringComparer.Ordinal))
        {
            File.Delete(old);
        }

        return written;
    }

    private static void Page(Stream stream, View view, string subject, IEnumerable<Block> blocks)
    {
        var title = view.Words.Label($"Supplier dashboard");
        using var page = new HtmlPage(stream, new Running(
            title, subject, view.Words.Language.First.Tag, view.Words.Label($"as of {Figures.Day(view.Today)}"), null, new DateTimeOffset(view.Today, TimeOnly.MinValue, TimeSpan.Zero)));
        foreach (var block in blocks)
        {
            page.Write(block);
        }
    }
}
