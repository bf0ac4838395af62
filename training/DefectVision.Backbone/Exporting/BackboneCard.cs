using System.Globalization;
using System.Text;
using DefectVision.Backbone.Crops;
using DefectVision.Backbone.Distilling;
using DefectVision.Backbone.Photos;
using DefectVision.Backbone.Students;
using DefectVision.Backbone.Teachers;

namespace DefectVision.Backbone.Exporting;

/// <summary>What a reader must know of the backbone: from whom and from what it learned, under which licences, and how well it repeats its teachers.</summary>
internal static class BackboneCard
{
    public static string Of(
        string sha256,
        int bytes,
        Settings settings,
        string? earlier,
        PhotoShelf shelf,
        IReadOnlyList<Teacher> teachers,
        Classroom classroom,
        double[] errors,
        double difference)
    {
        var text = new StringBuilder();
        Line($"# backbone");
        Line($"");
        Line($"Features for defect detection: strides 4, 8 and 16 with {Student.Channels[1]}, {Student.Channels[2]} and {Student.Channels[3]} channels, plain 3 x 3 convolutions, any height and width.");
        Line($"Input `photo`: 1 x 3 x H x W, RGB 0 to 1. Outputs `stride_4`, `stride_8`, `stride_16`. {bytes} bytes, SHA-256 {sha256}.");
        Line($"");
        Line($"Distilled by `training/DefectVision.Backbone`: {settings.Crops} crops of {CropMaker.Side} x {CropMaker.Side}, seed {settings.Seed}, batch {Settings.Batch}.");
        if (earlier is not null)
        {
            Line($"It began with the weights of an earlier one, SHA-256 {earlier}.");
        }

        Line($"Photos: {shelf.Training.Count} learned from, {shelf.HeldOut.Count} held out, digest {shelf.Digest}. They are CC0 (clothing-dataset-small, ambientCG) and MIT (GroceryStoreDataset); one crop in eight is a procedural texture.");
        Line($"No photo of any defect set was used.");
        Line($"");
        Line($"| teacher | source | licence | SHA-256 |");
        Line($"|---|---|---|---|");
        foreach (var teacher in teachers)
        {
            Line($"| {teacher.Name} | {teacher.Source} | {teacher.Licence} | {teacher.Sha256} |");
        }

        Line($"");
        Line($"Mean squared error to the teachers' standardised maps on crops of held-out photos (1 is the mean alone):");
        Line($"");
        Line($"| map | stride | channels | error |");
        Line($"|---|---:|---:|---:|");
        for (var at = 0; at < classroom.Maps.Count; at++)
        {
            var map = classroom.Maps[at];
            Line($"| {map.Teacher}, {map.Name} | {map.Stride} | {map.Channels} | {errors[at]:0.000} |");
        }

        Line($"");
        Line($"The file repeats the trained network to {difference:0.0e+0} on noise of two sizes.");
        return text.ToString();

        void Line(FormattableString words) => text.Append(words.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
