using System.Globalization;
using System.Text.RegularExpressions;
using DefectVision.Imaging;
using DefectVision.Training;
using DefectVision.Training.Locating;

namespace DefectVision.Accuracy;

/// <summary>A way to train, by the flags of <c>train</c> that depart from its defaults.</summary>
/// <param name="Name">For the table.</param>
/// <param name="WorkingArea">--working-area.</param>
/// <param name="Locate">--locate.</param>
/// <param name="Tiles">--tiles.</param>
/// <param name="Backbone">--backbone; null: the one that ships.</param>
internal sealed record Recipe(string Name, int? WorkingArea, Locate Locate, Tiling Tiles, string? Backbone)
{
    public static Recipe Plain { get; } = new("plain", null, Locate.Auto, Tiling.None, null);

    /// <param name="words">NAME:key=value,…, the keys being area, locate (auto, none), tiles (auto, none, 2x2) and backbone.</param>
    /// <exception cref="FormatException">They are not of that form.</exception>
    public static Recipe Parse(string words)
    {
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        var recipe = Plain with { Name = colon < 0 ? words : words[..colon] };
        foreach (var pair in colon < 0 ? [] : words[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            recipe = pair.Split('=', 2) switch
            {
                ["area", var area] => recipe with { WorkingArea = int.Parse(area, CultureInfo.InvariantCulture) },
                ["locate", "none"] => recipe with { Locate = Locate.None },
                ["locate", "auto"] => recipe with { Locate = Locate.Auto },
                ["tiles", "auto"] => recipe with { Tiles = Tiling.Auto },
                ["tiles", "none"] => recipe with { Tiles = Tiling.None },
                ["tiles", var tiles] when tiles.Split('x') is [var columns, var rows] => recipe with { Tiles = new Tiling(false, (int.Parse(columns, CultureInfo.InvariantCulture), int.Parse(rows, CultureInfo.InvariantCulture))) },
                ["backbone", var file] => recipe with { Backbone = file },
                _ => throw new FormatException($"{words}: found '{pair}', wanted area=PIXELS, locate=auto|none, tiles=auto|none|2x2 or backbone=FILE"),
            };
        }

        return recipe;
    }

    public TrainingOptions Options(string set, string model, Regex? group, ulong seed) =>
        new(set, model, null, group, WorkingArea, seed, Backbone ?? Path.Combine(AppContext.BaseDirectory, "models", "backbone.onnx")) { Locate = Locate, Tiles = Tiles, AcceptFindings = true };
}
