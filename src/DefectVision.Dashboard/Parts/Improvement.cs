using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.History;
using DefectVision.History.Scorecards;

namespace DefectVision.Dashboard.Parts;

/// <summary>What became better: lots that came in place of others, and what was learned.</summary>
internal static class Improvement
{
    public static IEnumerable<Block> Of(View view, IReadOnlyList<BeforeAfter> replaced, IReadOnlyList<ShipmentEntry> shipments)
    {
        var lessons = shipments.Where(shipment => shipment.Lesson is not null).Reverse().ToList();
        if (replaced.Count == 0 && lessons.Count == 0)
        {
            yield return view.Text($"No replacement and no lesson has been told.", Manner.None);
            yield break;
        }

        if (replaced.Count > 0)
        {
            yield return new Table(
                view.Words.Columns($"Supplier", $"Replaced", $"Lot", $"#Nonconforming", $"In its place", $"Lot", $"#Nonconforming", $"#p, better by chance"),
                replaced.Select(pair => new Row(
                [
                    View.SupplierOf(pair.BeforeOf),
                    Line.Of(view.Case(pair.BeforeOf)),
                    Line.Of(Piece.Name(pair.Before.Name)),
                    pair.Before.Found is { } before ? View.Of(before) : "-",
                    new Cell([Line.Of(view.Case(pair.AfterOf)), .. pair.AfterOf.Reused.Count > 0 ? [view.Words.Say($"{Counts.Photos(pair.AfterOf.Reused.Select(photo => photo.Path).Distinct().Count())} of earlier shipments")] : Array.Empty<Line>()]),
                    Line.Of(Piece.Name(pair.After.Name)),
                    pair.After.Found is { } after ? View.Of(after) : "-",
                    pair.IsBetterByChance is { } chance ? view.Words.Say($"{Figures.PValue(chance.Value)}") : "-",
                ])),
                Spacing.Compact);
            yield return view.Text($"p: the chance of samples this far apart, or further, if the lot that came in its place were no better (Fisher's exact test, one-sided, for random samples).", Manner.Note);
        }

        if (lessons.Count > 0)
        {
            yield return new Table(
                view.Words.Columns($"=Day", $"Shipment", $"Root cause", $"Corrective action", $"Lesson"),
                lessons.Select(shipment => new Row(
                [
                    Figures.Day(shipment.Lesson!.Day ?? shipment.Day),
                    Line.Of(shipment.Lesson.Folder is { } folder && Directory.Exists(folder) ? Piece.Link(shipment.Name, view.Address(Path.Combine(folder, LessonEntry.PageName(view.Words.Language.First.Code)))) : view.Case(shipment)),
                    shipment.Lesson.RootCause ?? "-",
                    shipment.Lesson.Action ?? "-",
                    shipment.Lesson.Lesson ?? "-",
                ])),
                Spacing.Compact);
        }
    }
}
