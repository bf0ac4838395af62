using System.Security.Cryptography;

namespace DefectVision.Evidence.Packets;

/// <summary>A hash tree by RFC 6962, section 2.1, with SHA-256: a leaf is the hash of 0x00 and its data, a node that of 0x01 and its two children.</summary>
internal sealed class MerkleTree
{
    private const byte LeafMark = 0;
    private const byte NodeMark = 1;

    // From the leaves up. A last node without a sibling rises as it is, which gives the tree of the RFC's "largest power of two smaller than n".
    private readonly List<byte[][]> _levels = [];

    /// <param name="leaves">The data of the leaves, one at least.</param>
    public MerkleTree(IEnumerable<byte[]> leaves)
    {
        var level = leaves.Select(data => Leaf(data)).ToArray();
        if (level.Length == 0)
        {
            throw new ArgumentException("found no leaf, wanted one at least", nameof(leaves));
        }

        _levels.Add(level);
        while (level.Length > 1)
        {
            var below = level;
            level = [.. Enumerable.Range(0, (below.Length + 1) / 2).Select(pair => (2 * pair) + 1 < below.Length ? Node(below[2 * pair], below[(2 * pair) + 1]) : below[2 * pair])];
            _levels.Add(level);
        }
    }

    public int Size => _levels[0].Length;

    public byte[] Root => _levels[^1][0];

    public static byte[] Leaf(ReadOnlySpan<byte> data) => SHA256.HashData([LeafMark, .. data]);

    /// <summary>The audit path of a leaf (section 2.1.1), from the leaf's sibling up.</summary>
    /// <param name="index">Of the leaf, from 0.</param>
    public IReadOnlyList<byte[]> PathOf(int index)
    {
        var path = new List<byte[]>();
        foreach (var level in _levels)
        {
            if ((index ^ 1) < level.Length)
            {
                path.Add(level[index ^ 1]);
            }

            index /= 2;
        }

        return path;
    }

    /// <summary>The root that a leaf and its audit path lead to (RFC 9162, section 2.1.3.2); null where the path does not fit the place.</summary>
    /// <param name="leaf">Hash of the leaf.</param>
    /// <param name="index">Of the leaf, from 0.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="path">From the leaf's sibling up.</param>
    public static byte[]? RootFrom(byte[] leaf, long index, long size, IEnumerable<byte[]> path)
    {
        if (!(index >= 0 && index < size))
        {
            return null;
        }

        var (root, last) = (leaf, size - 1);
        foreach (var sibling in path)
        {
            if (last == 0)
            {
                return null;
            }

            if ((index & 1) == 1 || index == last)
            {
                root = Node(sibling, root);
                while ((index & 1) == 0 && index != 0)
                {
                    (index, last) = (index >> 1, last >> 1);
                }
            }
            else
            {
                root = Node(root, sibling);
            }

            (index, last) = (index >> 1, last >> 1);
        }

        return last == 0 ? root : null;
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([NodeMark, .. left, .. right]);
}
