using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inference.Foreign;

namespace DefectVision.Training.Importing;

/// <summary>What a foreign network wants done to a photo: what a person says, else what the file says, else what is usual.</summary>
internal sealed class PreparationChoice
{
    private const int UsualSide = 224;

    /// <summary>Keys that Windows ML and Azure Custom Vision write. Source: Microsoft, "ONNX metadata for images".</summary>
    private const string PixelFormatKey = "Image.BitmapPixelFormat";
    private const string PixelRangeKey = "Image.NominalPixelRange";

    /// <summary>What our own feature networks carry.</summary>
    private const string PreprocessKey = "preprocess";

    private readonly ForeignNetwork _network;
    private readonly ImportOptions _options;
    private readonly List<ImportFact> _facts = [];

    private PreparationChoice(ForeignNetwork network, ImportOptions options) => (_network, _options) = (network, options);

    /// <exception cref="ModelException">The file takes no photo so, or does not say what it wants and nobody else does.</exception>
    public static (PhotoPreparation Preparation, IReadOnlyList<ImportFact> Facts) Of(ForeignNetwork network, ImportOptions options)
    {
        var choice = new PreparationChoice(network, options);
        var layout = choice.Layout();
        var (width, height) = choice.Size(layout);
        var isBlueFirst = choice.IsBlueFirst();
        var (scale, isCentred) = choice.Scale();
        var (mean, deviation) = choice.Normalisation(isCentred);
        return (new PhotoPreparation(width, height, scale, mean, deviation, isBlueFirst, layout), choice._facts);
    }

    private PixelLayout Layout()
    {
        var input = _network.Input;
        if (!input.TakesColours(PixelLayout.ChannelsFirst) && !input.TakesColours(PixelLayout.ChannelsLast))
        {
            throw Refused($"an input '{input.Name}' of {input.Shape}", "three colours (1 x 3 x height x width or 1 x height x width x 3)");
        }

        var layout = _options.Layout ?? input.Layout ?? throw Refused($"an input '{input.Name}' of {input.Shape}, which does not tell where its colours are", "--layout nchw or nhwc");
        return input.TakesColours(layout)
            ? Said(layout, "layout", layout == PixelLayout.ChannelsFirst ? "NCHW" : "NHWC", _options.Layout is not null ? "--layout" : "the shape of its input")
            : throw Refused($"an input '{input.Name}' of {input.Shape}", "one that --layout fits");
    }

    private (int Width, int Height) Size(PixelLayout layout)
    {
        var fixedSize = _network.Input.SizeOf(layout);
        var asked = _options.Size;
        int width = fixedSize.Width > 0 ? fixedSize.Width : asked?.Width ?? UsualSide, height = fixedSize.Height > 0 ? fixedSize.Height : asked?.Height ?? UsualSide;
        if (asked is not null && asked != (width, height))
        {
            throw Refused($"an input '{_network.Input.Name}' of {_network.Input.Shape}", FormattableString.Invariant($"one that takes {asked.Value.Width} x {asked.Value.Height} px as --size says"));
        }

        try
        {
            new InputRecipe(InputRecipe.CurrentVersion, width, height).Validate();
        }
        catch (ArgumentException fault)
        {
            throw new ModelException($"{_network.FileName}: {fault.Message}", fault);
        }

        var isOpen = fixedSize.Width == 0 || fixedSize.Height == 0;
        return Said((width, height), "size", FormattableString.Invariant($"{width} x {height} px"), !isOpen ? "the shape of its input" : asked is not null ? "--size" : ImportFact.Default);
    }

    private bool IsBlueFirst()
    {
        var format = _network.Metadata.GetValueOrDefault(PixelFormatKey, string.Empty);
        var preprocess = _network.Metadata.GetValueOrDefault(PreprocessKey, string.Empty);
        if (format.StartsWith("Gray", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused($"metadata {PixelFormatKey} '{format}'", "a network that takes colours");
        }

        var (isBlueFirst, from) =
            _options.IsBlueFirst is { } said ? (said, "--bgr")
            : format.StartsWith("Bgr", StringComparison.OrdinalIgnoreCase) ? (true, Metadata(PixelFormatKey, format))
            : format.StartsWith("Rgb", StringComparison.OrdinalIgnoreCase) ? (false, Metadata(PixelFormatKey, format))
            : preprocess.Length > 0 ? (preprocess.StartsWith("BGR", StringComparison.Ordinal), Metadata(PreprocessKey, preprocess))
            : (false, ImportFact.Default);
        return Said(isBlueFirst, "colours", isBlueFirst ? "BGR" : "RGB", from);
    }

    private (float Scale, bool IsCentred) Scale()
    {
        var isWhole = _network.Input.Number == ColourNumber.Whole;
        var range = _network.Metadata.GetValueOrDefault(PixelRangeKey, string.Empty);
        var preprocess = _network.Metadata.GetValueOrDefault(PreprocessKey, string.Empty);
        if (isWhole && (_options.Scale is 1 || _options.Mean is not null || _options.Deviation is not null))
        {
            throw Refused($"an input '{_network.Input.Name}' of whole numbers", "no --mean, no --std, and --input-scale 0..255");
        }

        var (scale, isCentred, from) =
            _options.Scale is { } said ? (said, false, "--input-scale")
            : isWhole ? (255, false, "the type of its input, uint8")
            : range.Length > 0 ? range.ToLowerInvariant() switch
            {
                "nominalrange_0_255" => (255, false, Metadata(PixelRangeKey, range)),
                "normalized_0_1" => (1, false, Metadata(PixelRangeKey, range)),
                "normalized_1_1" => (1, true, Metadata(PixelRangeKey, range)),
                _ => throw Refused($"metadata {PixelRangeKey} '{range}'", "--input-scale"),
            }
            : preprocess.Length > 0 ? (preprocess.Contains("0..255", StringComparison.Ordinal) ? 255 : 1, false, Metadata(PreprocessKey, preprocess))
            : (1, false, ImportFact.Default);
        return Said((scale, isCentred), "white is", FormattableString.Invariant($"{scale}"), from);
    }

    private (IReadOnlyList<float>? Mean, IReadOnlyList<float>? Deviation) Normalisation(bool isCentred)
    {
        if (_options.Mean is null && _options.Deviation is null && isCentred)
        {
            return Said<(IReadOnlyList<float>?, IReadOnlyList<float>?)>(([0.5f, 0.5f, 0.5f], [0.5f, 0.5f, 0.5f]), "normalised", "to -1..1", $"its metadata, {PixelRangeKey}");
        }

        Said(0, "mean of red, green, blue", Listed(_options.Mean), _options.Mean is null ? ImportFact.Default : "--mean");
        Said(0, "deviation of red, green, blue", Listed(_options.Deviation), _options.Deviation is null ? ImportFact.Default : "--std");
        return (_options.Mean, _options.Deviation);
    }

    private T Said<T>(T value, string what, string text, string from)
    {
        _facts.Add(new ImportFact(what, text, from));
        return value;
    }

    private ModelException Refused(string found, string wanted) => new($"{_network.FileName}: found {found}, wanted {wanted}");

    private static string Listed(IReadOnlyList<float>? numbers) => numbers is null ? "none" : string.Join(", ", numbers.Select(number => FormattableString.Invariant($"{number}")));

    private static string Metadata(string key, string value) => $"its metadata, {key} = {value}";
}
