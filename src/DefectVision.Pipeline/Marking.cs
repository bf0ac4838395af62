using DefectVision.Inspection;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline;

/// <summary>Marks photos that show less than the others of the same view of their lot. Every limit is one against their own median: goods, views and lamps differ.</summary>
internal static class Marking
{
    /// <summary>Photos that a view needs to have a usual look.</summary>
    private const int LeastPhotos = 8;

    private const double LeastSharpness = 0.3;
    private const double LeastBrightness = 0.4;
    private const double MostBurnt = 0.3;
    private const double LeastPixels = 0.125;

    public static IReadOnlyList<InspectedFile> Told(IReadOnlyList<InspectedFile> files, IReadOnlyDictionary<string, JournalEntry> entries)
    {
        var marks = files
            .Where(file => file is { IsReadable: true, Place: not null, Facts: not null } && entries[file.Path].Look is not null)
            .Select(file => (File: file, Look: entries[file.Path].Look!, Pixels: (double)file.Facts!.Width * file.Facts.Height))
            .GroupBy(photo => (photo.File.Place!.Lot, photo.File.Place.View))
            .Where(view => view.Count() >= LeastPhotos)
            .SelectMany(view =>
            {
                var sharpness = Median(view.Select(photo => photo.Look.Sharpness));
                var brightness = Median(view.Select(photo => photo.Look.Brightness));
                var burnt = Median(view.Select(photo => photo.Look.Burnt));
                var pixels = Median(view.Select(photo => photo.Pixels));
                return view.Select(photo => (photo.File.Path, Marks:
                    (photo.Look.Sharpness < LeastSharpness * sharpness ? PhotoMarks.Blurred : PhotoMarks.None)
                    | (photo.Look.Brightness < LeastBrightness * brightness ? PhotoMarks.Dark : PhotoMarks.None)
                    | (photo.Look.Burnt > burnt + MostBurnt ? PhotoMarks.Overexposed : PhotoMarks.None)
                    | (photo.Pixels < LeastPixels * pixels ? PhotoMarks.Small : PhotoMarks.None)));
            })
            .ToDictionary(photo => photo.Path, photo => photo.Marks, StringComparer.Ordinal);
        return [.. files.Select(file => marks.TryGetValue(file.Path, out var found) && found != PhotoMarks.None ? file with { Marks = found } : file)];
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
