using DefectVision.Inference.Graph;

namespace DefectVision.Training.Heads;

/// <summary>Boosted trees over embeddings: the log-odds of defective, both sides taken for equally frequent.</summary>
internal sealed record TreeHead(IReadOnlyList<Tree> Trees)
{
    private const string Domain = "ai.onnx.ml";
    private const long OperatorSet = 3;

    /// <summary>The same over rows that begin with so many numbers it does not look at.</summary>
    public TreeHead After(int numbers) => new([.. Trees.Select(tree => tree with { Columns = [.. tree.Columns.Select(column => column + numbers)] })]);

    public double Score(float[] row) => Trees.Sum(tree => (double)tree.Score(row));

    /// <summary>Adds the trees to a graph as one TreeEnsembleRegressor, and gives its name. In each tree the leaves are numbered after the nodes.</summary>
    public string Map(OnnxGraph graph, string embedding, string output)
    {
        var nodes = Trees.SelectMany((tree, number) => Enumerable.Range(0, tree.Columns.Length + tree.Leaves.Length).Select(id => (Tree: tree, Number: (long)number, Id: id))).ToList();
        var leaves = nodes.Where(node => IsLeaf(node.Tree, node.Id)).ToList();
        return graph.NodeOf(
            Domain,
            OperatorSet,
            "TreeEnsembleRegressor",
            output,
            [embedding],
            ("nodes_treeids", nodes.Select(node => node.Number).ToArray()),
            ("nodes_nodeids", nodes.Select(node => (long)node.Id).ToArray()),
            ("nodes_modes", nodes.Select(node => IsLeaf(node.Tree, node.Id) ? "LEAF" : "BRANCH_LEQ").ToArray()),
            ("nodes_featureids", nodes.Select(node => IsLeaf(node.Tree, node.Id) ? 0L : node.Tree.Columns[node.Id]).ToArray()),
            ("nodes_values", nodes.Select(node => IsLeaf(node.Tree, node.Id) ? 0 : node.Tree.Thresholds[node.Id]).ToArray()),
            ("nodes_truenodeids", nodes.Select(node => Child(node.Tree, node.Tree.Low, node.Id)).ToArray()),
            ("nodes_falsenodeids", nodes.Select(node => Child(node.Tree, node.Tree.High, node.Id)).ToArray()),
            ("n_targets", 1L),
            ("aggregate_function", "SUM"),
            ("target_treeids", leaves.Select(leaf => leaf.Number).ToArray()),
            ("target_nodeids", leaves.Select(leaf => (long)leaf.Id).ToArray()),
            ("target_ids", new long[leaves.Count]),
            ("target_weights", leaves.Select(leaf => leaf.Tree.Leaves[leaf.Id - leaf.Tree.Columns.Length]).ToArray()));
    }

    private static bool IsLeaf(Tree tree, int id) => id >= tree.Columns.Length;

    private static long Child(Tree tree, int[] children, int id) => IsLeaf(tree, id) ? 0 : children[id] >= 0 ? children[id] : tree.Columns.Length + ~children[id];
}
