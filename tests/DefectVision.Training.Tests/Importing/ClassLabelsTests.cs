using DefectVision.Training.Importing;

namespace DefectVision.Training.Tests.Importing;

/// <summary>Rule: names of classes are read as their tools write them, in the order of the numbers; what leaves a number without a name gives none.</summary>
public sealed class ClassLabelsTests
{
    [Theory]
    [InlineData("good\r\nhole\r\n\r\n", "good|hole")]
    [InlineData("\uFEFFgood\nbig hole", "good|big hole")]
    [InlineData("0 good\n1 big hole", "good|big hole")]
    [InlineData("1 good\n2 hole", "1 good|2 hole")]
    [InlineData("good,hole", "good|hole")]
    [InlineData("""["good", "hole"]""", "good|hole")]
    [InlineData("""{"1": "hole", "0": "good"}""", "good|hole")]
    [InlineData("""{"architectures": ["X"], "id2label": {"0": "good", "1": "hole"}, "label2id": {"good": 0, "hole": 1}}""", "good|hole")]
    [InlineData("""{"hole": 1, "good": 0}""", "good|hole")]
    [InlineData("{0: 'good', 1: 'hole'}", "good|hole")]
    [InlineData("{0: 'good', 1: \"maker's mark\"}", "good|maker's mark")]
    [InlineData("['good', 'hole']", "good|hole")]
    [InlineData("""{"0": "good", "2": "hole"}""", "")]
    [InlineData("""{"0": "good", "x": "hole"}""", "")]
    [InlineData("{0: 'good', 0: 'hole'}", "")]
    [InlineData("", "")]
    public void Names_are_read_as_their_tools_write_them(string text, string names) => Assert.Equal(names, string.Join('|', ClassLabels.Read(text)));
}
