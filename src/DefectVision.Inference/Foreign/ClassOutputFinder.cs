using DefectVision.Inference.Graph.Format;

namespace DefectVision.Inference.Foreign;

/// <summary>Finds the outputs that can hold the numbers of classes: tensors of floats, and what maps and sequences are made from.</summary>
internal static class ClassOutputFinder
{
    private const string MapMaker = "ZipMap";
    private static readonly int[] Floats = [1, 10, 11];

    public static IReadOnlyList<ClassOutput> In(GraphProto graph)
    {
        // Outputs that nobody wants are left without a name.
        var makers = graph.Node.SelectMany(node => node.Output.Where(output => output.Length > 0).Select(output => (Output: output, Node: node)))
            .DistinctBy(entry => entry.Output).ToDictionary(entry => entry.Output, entry => entry.Node, StringComparer.Ordinal);
        return [.. graph.Output.Select(output => Of(output, makers)).OfType<ClassOutput>()];
    }

    private static ClassOutput? Of(ValueInfoProto output, Dictionary<string, NodeProto> makers)
    {
        var value = output.Name;
        while (makers.TryGetValue(value, out var maker))
        {
            switch (maker)
            {
                case { OpType: MapMaker, Input: [var numbers] }:
                    return new ClassOutput(output.Name, numbers, LabelsOf(maker));
                case { OpType: "SequenceConstruct" or "Identity", Input: [var inner] }:
                    value = inner;
                    continue;
                default:
                    break;
            }

            break;
        }

        var isTensor = output.Type?.ValueCase == TypeProto.ValueOneofCase.TensorType;
        return isTensor ? Floats.Contains(output.Type!.TensorType.ElemType) ? new ClassOutput(output.Name, value, []) : null
            : value != output.Name ? new ClassOutput(output.Name, value, [])
            : null;
    }

    private static IReadOnlyList<string> LabelsOf(NodeProto maker) => [.. maker.Attribute.SelectMany(attribute => attribute.Name switch
    {
        "classlabels_strings" => attribute.Strings.Select(label => label.ToStringUtf8()),
        "classlabels_int64s" => attribute.Ints.Select(label => FormattableString.Invariant($"{label}")),
        _ => [],
    })];
}
