using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>Rule (labelstud.io, "Export annotations", JSON): a task a photo, an answer a person; shapes in percent of the photo.</summary>
public sealed class LabelStudioLayoutTests : IDisposable
{
    private readonly LabelledFolder _set = new LabelledFolder().Photo("a.jpg", "b.jpg");

    public void Dispose() => _set.Dispose();

    [Fact]
    public void A_choice_names_the_class_and_percent_become_pixels()
    {
        var set = Put(
            Task("a.jpg", Choice("Good")),
            Task("b.jpg", """{"type":"rectanglelabels","value":{"x":25,"y":50,"width":50,"height":25,"rotation":0,"rectanglelabels":["hole"]}}""")).Read();
        Assert.Equal(LabelLayout.LabelStudio, set.Layout);
        Assert.Equal("a.jpg good, b.jpg hole", _set.Said(set));
        Assert.Equal([new LabelledBox("hole", 12, 24, 24, 12)], _set.Boxes(set, "b.jpg"));
    }

    [Fact]
    public void An_outline_is_boxed_and_a_choice_goes_before_it()
    {
        var set = Put(
            Task("a.jpg", string.Empty),
            Task("b.jpg", Choice("stain") + """,{"type":"polygonlabels","value":{"points":[[25,50],[75,25],[50,100]],"polygonlabels":["hole"]}}""")).Read();
        Assert.Equal("a.jpg good, b.jpg stain", _set.Said(set));
        Assert.Equal([new LabelledBox("hole", 12, 12, 24, 36)], _set.Boxes(set, "b.jpg"));
    }

    [Theory]
    [InlineData("""{"id":2,"data":{"image":"b.jpg"}}""")]
    [InlineData("""{"id":2,"data":{"image":"b.jpg"},"annotations":[]}""")]
    [InlineData("""{"id":2,"data":{"image":"b.jpg"},"annotations":[{"was_cancelled":true,"result":[]}]}""")]
    [InlineData("""{"id":2,"data":{"image":"b.jpg"},"annotations":[{"was_cancelled":true,"result":[{"type":"choices","value":{"choices":["hole"]}}]}]}""")]
    public void A_task_that_nobody_answered_has_no_label(string task) =>
        Assert.Equal(["b.jpg"], Put(Task("a.jpg", string.Empty), task).Read().Unlabelled.Select(_set.Name));

    [Theory]
    [InlineData("/data/upload/3/0a1b2c3d-a.jpg")]
    [InlineData("/data/local-files/?d=a.jpg")]
    [InlineData("/data/local-files/?d=photos%5Ca.jpg")]
    [InlineData("/data/local-files/?d=somewhere/else/a.jpg")]
    [InlineData("s3://bucket/lots/a.jpg")]
    [InlineData("https://example.org/a.jpg?signature=1")]
    [InlineData("a.jpg")]
    public void The_servers_address_of_a_photo_leads_to_the_file(string address) =>
        Assert.Equal("a.jpg good", _set.Said(Put(Task(address, string.Empty)).Read()));

    [Fact]
    public void The_address_may_stand_under_any_name() => Assert.Equal(
        "a.jpg good", _set.Said(Put("""{"data":{"lot":"7","photo":"a.jpg"},"annotations":[{"result":[]}]}""").Read()));

    [Theory]
    [InlineData("""{"type":"textarea","value":{"text":["a remark"]}}""")]
    [InlineData("""{"type":"relation","from_id":"x","to_id":"y"}""")]
    public void Remarks_and_relations_name_no_class(string result) => Assert.Equal("a.jpg good", _set.Said(Put(Task("a.jpg", result)).Read()));

    [Theory]
    [InlineData("""{"type":"brushlabels","value":{"brushlabels":["hole"]}}""", "found brushlabels, wanted choices, rectanglelabels and polygonlabels")]
    [InlineData("""{"type":"rectangle","value":{"x":1,"y":1,"width":1,"height":1}}""", "found rectangle, wanted choices, rectanglelabels and polygonlabels")]
    [InlineData("""{"type":"taxonomy","value":{"taxonomy":[["hole"]]}}""", "found taxonomy, wanted choices, rectanglelabels and polygonlabels")]
    [InlineData("""{"type":"choices","value":{"choices":["hole","stain"]}}""", "found the classes hole, stain, wanted one a photo")]
    [InlineData("""{"type":"choices","value":{"choices":[]}}""", "found choices without a name, wanted one")]
    [InlineData("""{"type":"choices"}""", "found no 'choices' in a value, wanted one")]
    [InlineData("""{"type":"choices","value":{"choices":["good"]}},{"type":"rectanglelabels","value":{"x":1,"y":1,"width":1,"height":1,"rectanglelabels":["hole"]}}""", "found the photo called good and a box of 'hole', wanted one or the other")]
    [InlineData("""{"type":"rectanglelabels","value":{"x":1,"y":1,"width":1,"height":1,"rotation":12.5,"rectanglelabels":["hole"]}}""", "found a rectangle turned by 12.5 degrees, wanted upright ones or polygons")]
    [InlineData("""{"type":"rectanglelabels","value":{"x":1,"y":1,"width":0,"height":1,"rectanglelabels":["hole"]}}""", "found a box at 0.01, 0.01 of 0 x 0.01, wanted finite numbers and sides above 0")]
    [InlineData("""{"type":"rectanglelabels","value":{"x":"1","y":1,"width":1,"height":1,"rectanglelabels":["hole"]}}""", "found no 'x' in a value, wanted one")]
    [InlineData("""{"type":"rectanglelabels","value":{"x":1,"y":1,"width":1,"height":1,"rectanglelabels":["hole","stain"]}}""", "found several rectanglelabels on one shape, wanted one")]
    [InlineData("""{"type":"polygonlabels","value":{"points":[[1,2,3]],"polygonlabels":["hole"]}}""", "found the corner [1,2,3], wanted [x, y]")]
    [InlineData("null", "result[0]: found null, wanted an entry")]
    public void An_answer_that_cannot_be_taken_at_its_word_is_refused(string result, string fault)
    {
        var found = Put(Task("a.jpg", result)).Fault(LabelLayout.LabelStudio);
        Assert.StartsWith("labels.json, task 5", found, StringComparison.Ordinal);
        Assert.EndsWith(fault, found, StringComparison.Ordinal);
    }

    [Fact]
    public void People_who_disagree_are_refused_and_people_who_agree_are_heard()
    {
        const string Both = """{"id":5,"data":{"image":"a.jpg"},"annotations":[{"result":[ONE]},{"result":[]}]}""";
        Assert.Equal("a.jpg good", _set.Said(Put(Both.Replace("ONE", Choice("good"), StringComparison.Ordinal)).Read()));
        Assert.Equal(
            "labels.json, task 5: found people who disagree: hole, good; wanted one class",
            Put(Both.Replace("ONE", Choice("hole"), StringComparison.Ordinal)).Fault(LabelLayout.LabelStudio));
    }

    [Theory]
    [InlineData(""","was_cancelled":true""", "", "good")]
    [InlineData("", ""","ground_truth":true""", "good")]
    [InlineData(""","ground_truth":true""", ""","was_cancelled":null,"ground_truth":false""", "hole")]
    public void A_cancelled_answer_is_none_and_one_that_is_ground_truth_counts_alone(string one, string other, string label)
    {
        Put(
            Task("a.jpg", Choice("good")),
            $$$"""{"id":6,"data":{"image":"b.jpg"},"annotations":[{"result":[{{{Choice("hole")}}}]{{{one}}}},{"result":[{{{Choice("good")}}}]{{{other}}}}]}""");
        Assert.Equal($"a.jpg good, b.jpg {label}", _set.Said(_set.Read()));
    }

    [Theory]
    [InlineData("""[{"data":{"text":"no photo"},"annotations":[]}]""", "labels.json, task 1: found no address of a photo in its data, wanted 'image'")]
    [InlineData("""[{"data":{"image":"z.jpg"},"annotations":[]}]""", "labels.json, task 1: found no photo 'z.jpg', wanted it in ./")]
    [InlineData("""[null]""", "labels.json, tasks[0]: found null, wanted an entry")]
    [InlineData("""[{"annotations":[]}]""", "labels.json(1): ")]
    [InlineData("""{"data":{}}""", "labels.json(1): ")]
    public void A_file_of_another_kind_is_refused(string json, string fault) =>
        Assert.StartsWith(fault, _set.Put("labels.json", json).Fault(LabelLayout.LabelStudio), StringComparison.Ordinal);

    private static string Choice(string name) => $$$"""{"type":"choices","value":{"choices":["{{{name}}}"]}}""";

    private static string Task(string address, string results) => $$$"""{"id":5,"annotations":[{"id":1,"result":[{{{results}}}]}],"data":{"image":"{{{address}}}"}}""";

    private LabelledFolder Put(params string[] tasks) => _set.Put("labels.json", $"[{string.Join(",", tasks)}]");
}
