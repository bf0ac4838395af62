using DefectVision.Inference.Graph.Format;
using Google.Protobuf.Collections;

namespace DefectVision.Inference.Graph;

/// <summary>What a graph's nodes read, and which of them a value needs; graphs inside nodes (If, Loop, Scan) see the values around them.</summary>
internal static class GraphParts
{
    /// <summary>What must be fed: files of IR version 3 and before name their constants among the inputs, too.</summary>
    public static IEnumerable<ValueInfoProto> Inputs(GraphProto graph)
    {
        var constants = graph.Initializer.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        return graph.Input.Where(value => !constants.Contains(value.Name));
    }

    /// <summary>The nodes without which the named values cannot be computed, in their order, and the names of all that these read.</summary>
    public static (IReadOnlyList<NodeProto> Nodes, IReadOnlySet<string> Names) NeededFor(GraphProto graph, IEnumerable<string> ends)
    {
        var names = ends.ToHashSet(StringComparer.Ordinal);
        var nodes = new List<NodeProto>();

        // ONNX asks for nodes in the order of their use, so one way back suffices.
        foreach (var node in graph.Node.Reverse())
        {
            if (node.Output.Any(names.Contains))
            {
                nodes.Add(node);
                names.UnionWith(Read(node).Where(name => name.Length > 0));
            }
        }

        nodes.Reverse();
        return (nodes, names);
    }

    /// <summary>Gives every value that a node reads, writes or holds inside another name.</summary>
    public static void Rename(NodeProto node, Func<string, string> name)
    {
        Rename(node.Input, name);
        Rename(node.Output, name);
        foreach (var graph in Inside(node))
        {
            foreach (var value in graph.Input.Concat(graph.Output))
            {
                value.Name = name(value.Name);
            }

            foreach (var tensor in graph.Initializer)
            {
                tensor.Name = name(tensor.Name);
            }

            foreach (var inner in graph.Node)
            {
                Rename(inner, name);
            }

            graph.ValueInfo.Clear();
        }
    }

    private static IEnumerable<string> Read(NodeProto node) => node.Input.Concat(Inside(node).SelectMany(graph => graph.Node.SelectMany(Read).Concat(graph.Output.Select(value => value.Name))));

    private static IEnumerable<GraphProto> Inside(NodeProto node) =>
        node.Attribute.SelectMany(attribute => attribute.G is null ? attribute.Graphs : attribute.Graphs.Prepend(attribute.G));

    private static void Rename(RepeatedField<string> names, Func<string, string> name)
    {
        for (var at = 0; at < names.Count; at++)
        {
            names[at] = name(names[at]);
        }
    }
}
