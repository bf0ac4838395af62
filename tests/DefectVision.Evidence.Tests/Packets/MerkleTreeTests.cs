using System.Text;
using DefectVision.Evidence.Packets;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>RFC 6962, section 2.1: the tree, its roots and its audit paths.</summary>
public sealed class MerkleTreeTests
{
    // The eight inputs that implementations of certificate transparency test with, and their roots.
    private static readonly string[] Inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_root_is_the_published_one(int leaves, string root) =>
        Assert.Equal(root, Convert.ToHexStringLower(new MerkleTree(Inputs.Take(leaves).Select(Convert.FromHexString)).Root));

    [Fact]
    public void Every_leaf_of_every_tree_leads_to_the_root_and_no_other_place_does()
    {
        for (var size = 1; size <= 33; size++)
        {
            var leaves = Enumerable.Range(0, size).Select(number => Encoding.UTF8.GetBytes($"leaf {number}")).ToList();
            var tree = new MerkleTree(leaves);
            for (var at = 0; at < size; at++)
            {
                for (var place = 0; place < size; place++)
                {
                    var root = MerkleTree.RootFrom(MerkleTree.Leaf(leaves[at]), place, size, tree.PathOf(at));
                    Assert.Equal(place == at, root is not null && root.AsSpan().SequenceEqual(tree.Root));
                }

                Assert.NotEqual(tree.Root, MerkleTree.RootFrom(MerkleTree.Leaf(Encoding.UTF8.GetBytes("another")), at, size, tree.PathOf(at)));
            }
        }
    }

    [Fact]
    public void A_tree_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => new MerkleTree([]));
}
