using DefectVision.Inference.Graph.Format;

namespace DefectVision.Inference.Foreign;

/// <summary>The operator that turns a network's logits into probabilities, where it is the last that does anything.</summary>
internal static class LastActivation
{
    // They lay numbers out anew and leave them as they are.
    private static readonly string[] Layings = ["Identity", "Cast", "Reshape", "Flatten", "Squeeze", "Unsqueeze"];

    /// <summary>Its place among the nodes; -1 when there is none.</summary>
    public static int Find(GraphProto graph, string value)
    {
        while (true)
        {
            var at = PlaceOf(graph, value);
            if (at < 0)
            {
                return -1;
            }

            switch (graph.Node[at])
            {
                case { Domain: "", OpType: "Softmax" or "Sigmoid" }:
                    return at;
                case { Domain: "", Input: [var before, ..] } node when Layings.Contains(node.OpType):
                    value = before;
                    break;
                default:
                    return -1;
            }
        }
    }

    /// <summary>A copy of a model in which the node lets everything pass.</summary>
    public static ModelProto Without(ModelProto model, int place)
    {
        var changed = model.Clone();
        changed.Graph.Node[place].OpType = "Identity";
        changed.Graph.Node[place].Attribute.Clear();
        return changed;
    }

    private static int PlaceOf(GraphProto graph, string value)
    {
        for (var at = graph.Node.Count - 1; at >= 0; at--)
        {
            if (graph.Node[at].Output.Contains(value))
            {
                return at;
            }
        }

        return -1;
    }
}
