using DefectVision.Inference.Graph;

namespace DefectVision.Inference.Foreign;

/// <summary>What a foreign network wants done to a photo (planes red, green, blue, 0..1) before it sees it: in this order.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Scale">What 0..1 is multiplied by: 1 or 255.</param>
/// <param name="Mean">Then subtracted from red, green, blue; null: nothing.</param>
/// <param name="Deviation">Then divided by, red, green, blue, none of them 0; null: nothing.</param>
/// <param name="IsBlueFirst">Then put as blue, green, red.</param>
/// <param name="Layout">Then laid out so.</param>
public sealed record PhotoPreparation(int Width, int Height, float Scale, IReadOnlyList<float>? Mean, IReadOnlyList<float>? Deviation, bool IsBlueFirst, PixelLayout Layout)
{
    /// <summary>Numbers of ONNX for its types of tensors.</summary>
    private const long ByteTensor = 2;
    private const long Float16Tensor = 10;
    private const long Float64Tensor = 11;

    /// <summary>Adds the operators; gives the name of what the foreign network is to be fed.</summary>
    internal string Append(OnnxGraph graph, string photo, ColourNumber number)
    {
        if (!Scale.Equals(1f))
        {
            photo = graph.Node("Mul", "prepared_scaled", [photo, graph.Constant("prepared_scale", [Scale], 1)]);
        }

        if (Mean is not null)
        {
            photo = graph.Node("Sub", "prepared_centred", [photo, graph.Constant("prepared_mean", [.. Mean], 1, 3, 1, 1)]);
        }

        if (Deviation is not null)
        {
            photo = graph.Node("Div", "prepared_normal", [photo, graph.Constant("prepared_deviation", [.. Deviation], 1, 3, 1, 1)]);
        }

        if (IsBlueFirst)
        {
            photo = graph.Node("Gather", "prepared_blue_first", [photo, graph.Integers("prepared_order", 2, 1, 0)], ("axis", 1L));
        }

        if (Layout == PixelLayout.ChannelsLast)
        {
            photo = graph.Node("Transpose", "prepared_laid", [photo], ("perm", new[] { 0L, 2, 3, 1 }));
        }

        return number switch
        {
            // A cast cuts off; a half more makes that rounding.
            ColourNumber.Whole => Cast(graph.Node("Add", "prepared_raised", [photo, graph.Constant("prepared_half", [0.5f], 1)]), ByteTensor),
            ColourNumber.Bits16 => Cast(photo, Float16Tensor),
            ColourNumber.Bits64 => Cast(photo, Float64Tensor),
            _ => photo,
        };

        string Cast(string value, long type) => graph.Node("Cast", "prepared_cast", [value], ("to", type));
    }
}
