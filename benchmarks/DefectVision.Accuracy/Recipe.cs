using System.Globalization;
using System.Text.RegularExpressions;
using DefectVision.Training;
using DefectVision.Training.Locating;

namespace DefectVision.Accuracy;

/// <summary>A way to train, by the flags of <c>train</c> that depart from its defaults.</summary>
/// <param name="Name">For the table.</param>
/// <param name="WorkingArea">--working-area.</param>
/// <param name="Locate">--locate.</param>
/// <param name="Backbone">--backbone; null: the one that ships.</param>
internal sealed record Recipe(string Name, int? WorkingArea, Locate Locate, string? Backbone)
{
    public static Recipe Plain { get; } = new("plain", null, Locate.Auto, null);

    /// <param name="words">NAME:key=value,…, the keys being area, locate (auto, none) and backbone.</param>
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
                ["backbone", var file] => recipe with { Backbone = file },
                _ => throw new FormatException($"{words}: found '{pair}', wanted area=PIXELS, locate=auto|none or backbone=FILE"),
            };
        }

        return recipe;
    }

    public override string ToString() => Name;

    public TrainingOptions Options(string set, string model, Regex? group, ulong seed) =>
        new(set, model, null, group, WorkingArea, seed, Backbone ?? Path.Combine(AppContext.BaseDirectory, "models", "backbone.onnx")) { Locate = Locate, AcceptFindings = true };
}
