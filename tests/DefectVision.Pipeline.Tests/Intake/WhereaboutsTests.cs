using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Both kinds of file systems, on any machine.</summary>
public sealed class WhereaboutsTests
{
    [Theory]
    [InlineData("data/PO-1/LOT", "data/PO-1", true, true)]
    [InlineData("data/po-1/LOT", "data/PO-1", false, true)]
    [InlineData("data/PO-1", "data/PO-1", false, false)]
    [InlineData("data/PO-10/LOT", "data/PO-1", false, false)]
    [InlineData("data/PO-1/LOT", "data/PO-1/", true, true)]
    [InlineData("data/ÄRMEL/LOT", "data/ärmel", false, true)]
    [InlineData("data/批次/LOT", "data/批次", true, true)]
    public void A_path_is_below_a_folder_by_whole_names(string path, string folder, bool apart, bool folded)
    {
        Assert.Equal(apart, Whereabouts.IsBelow(At(path), At(folder), StringComparison.Ordinal));
        Assert.Equal(folded, Whereabouts.IsBelow(At(path), At(folder), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("data/PO-1/", "data/PO-1", true, true)]
    [InlineData("data/PO-1", "data/po-1", false, true)]
    [InlineData("data/PO-1", "data/PO-2", false, false)]
    public void Two_paths_are_one_folder(string path, string other, bool apart, bool folded)
    {
        Assert.Equal(apart, Whereabouts.IsSame(At(path), At(other), StringComparison.Ordinal));
        Assert.Equal(folded, Whereabouts.IsSame(At(path), At(other), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Everything_is_below_the_root() => Assert.True(Whereabouts.IsBelow(At("data"), Path.GetPathRoot(At("data"))!));

    [Fact]
    public void Here_names_are_told_apart_as_the_system_does() => Assert.Equal(OperatingSystem.IsLinux(), Whereabouts.Names == StringComparison.Ordinal);

    private static string At(string path) => Path.GetPathRoot(Path.GetTempPath()) + path.Replace('/', Path.DirectorySeparatorChar);
}
