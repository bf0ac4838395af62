using DefectVision.Training.Importing;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>
/// Rule: JSON may escape half a letter (RFC 8259, section 8.2: "\uD800" without its other half), which is no text. Labels that hold one are refused, whichever member it
/// stands in; the library throws in a way of its own (found beside fuzzing).
/// </summary>
public sealed class HalfLetterTests : IDisposable
{
    private readonly LabelledFolder _set = new LabelledFolder().Photo("a.jpg");

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("""[{"data":{"image":"\ud800"},"annotations":[]}]""")]
    [InlineData("""[{"data":{"image":"a.jpg","\udfff":1},"annotations":[]}]""")]
    [InlineData("""[{"data":{"image":"a.jpg"},"annotations":[{"result":[{"type":"choices","value":{"choices":["\ud83d"]}}]}]}]""")]
    public void In_tasks(string json) =>
        Assert.StartsWith("labels.json", _set.Put("labels.json", json).Fault(LabelLayout.LabelStudio), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"source-ref":"\ud800","x":0,"x-metadata":{"class-name":"good"}}""")]
    [InlineData("""{"source-ref":"a.jpg","x":0,"x-metadata":{"class-name":"\ud800"}}""")]
    [InlineData("""{"source-ref":"a.jpg","\ud800":0,"x-metadata":{"class-name":"good"}}""")]
    public void In_a_manifest(string line) => Assert.Equal(
        "labels.manifest(1): found half a letter in a text (such as \\ud800), wanted the file as it was exported",
        _set.Put("labels.manifest", line).Fault(LabelLayout.Manifest));

    [Fact]
    public void A_letter_of_two_halves_is_one() => Assert.Equal(
        "a.jpg \U0001F455",
        _set.Said(LabelledSet.Read(_set.Put("labels.manifest", """{"source-ref":"a.jpg","x":0,"x-metadata":{"class-name":"\ud83d\udc55"}}""").Root, "train", null, LabelLayout.Manifest, wantsGood: false)));

    [Theory]
    [InlineData("""["good","\ud800"]""")]
    [InlineData("""{"\ud800":"good","1":"hole"}""")]
    public void Among_the_names_of_classes_it_is_taken_as_it_is_written(string text) => Assert.DoesNotContain('\ud800', string.Concat(ClassLabels.Read(text)));
}
