using DefectVision.Fixtures;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>Rule: label files are read as the tools mean them that wrote them; of the kept cases each comes to what its photos are.</summary>
public sealed class KeptLabelsTests : IDisposable
{
    private const string All = "good 10, hole 4, stain 4";

    private static readonly string Repository = Root();
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [SkippableTheory]
    [InlineData("automl", "{0}", All)]
    [InlineData("automl", "img/{0}", All)]
    [InlineData("coco-cat0", "test/{0}", All)]
    [InlineData("coco-dupimg", "test/{0}", All)]
    [InlineData("coco-neg", "test/{0}", All)]
    [InlineData("coco-rle", "test/{0}", All)]
    [InlineData("coco-rle-list", "test/{0}", All)]
    [InlineData("coco-roboflow", "test/{0}", All)]
    [InlineData("coco-strid", "test/{0}", All)]
    [InlineData("coco-lsupload", "images/{0}", All)]
    [InlineData("coco-winpath", "images/{0}", All)]
    [InlineData("csvgbk", "{0}", "good 10, 污渍 4, 破洞 4")]
    [InlineData("csvok", "{0}", All)]
    [InlineData("csvsemi", "{0}", All)]
    [InlineData("cvat", "qc photos/{0}", All)]
    [InlineData("cvat2", "{0}", All)]
    [InlineData("cvat2", "images/{0}", All)]
    [InlineData("cvat2", "images/qc photos/{0}", All)]
    [InlineData("fnclass", "{0}", All)]
    [InlineData("lookout", "images/{0}", "good 10, anomaly 8")]
    [InlineData("ls-boxes", "images/{0}", All)]
    [InlineData("ls-local", "images/{0}", All)]
    [InlineData("ls-upload", "images/{0}", All)]
    [InlineData("ls-yolo", "images/{0}", All)]
    [InlineData("ls-yolo", "images/a3cc06f3-{0}", All)]
    [InlineData("voc-ext", "JPEGImages/{0}", All)]
    [InlineData("voc-float", "JPEGImages/{0}", All)]
    [InlineData("voc-noext", "JPEGImages/{0}", All)]
    [InlineData("yolo-bg", "images/{0}", All)]
    [InlineData("yolo-conf", "images/{0}", All)]
    [InlineData("yolo-dict", "images/test/{0}", All)]
    [InlineData("yolo-flat", "{0}", All)]
    [InlineData("yolo-float", "images/{0}", All)]
    [InlineData("yolo-indent", "images/{0}", All)]
    [InlineData("yolo-labelstxt", "images/{0}", All)]
    [InlineData("yolo-multiline", "images/test/{0}", All)]
    [InlineData("yolo-obj", "images/{0}", All)]
    [InlineData("yolo-over", "images/{0}", All)]
    [InlineData("yolo-roboflow", "test/images/{0}", All)]
    public void Labels_are_read_as_their_tools_mean_them(string name, string photos, string counts) =>
        Assert.Equal(counts, Counts(Set(name, photos)));

    [SkippableFact]
    public void The_list_of_visa_is_read() => Assert.Equal("good 10, anomaly 4", Counts(Set("visa", "{0}", (label, photo) => $"shirt/Data/Images/{(label == "good" ? "Normal" : "Anomaly")}/{photo}")));

    [SkippableTheory]
    [InlineData("yolo-dotted", "images/1670577347.0028{0:00}.jpg", 0)]
    [InlineData("yolo-samebase", "images/lot{1}/{2:000}.jpg", 9)]
    public void Dots_in_names_and_names_that_lots_share_lead_to_their_own_photos(string name, string photos, int aLot)
    {
        var number = 0;
        var set = Set(name, photos, (_, _) => Place(photos, number++, Math.Max(1, aLot)));
        Assert.Equal(All, Counts(set));
        Assert.Empty(Read(set, keepsFaults: false).Unlabelled);
    }

    [SkippableFact]
    public void Numbers_without_names_of_classes_are_refused() => Assert.Contains(
        "found labels/ with text files of the class numbers 0, 1 and no names of classes",
        Assert.Throws<DatasetException>(() => Counts(Set("yolo-nonames", "images/{0}"))).Message,
        StringComparison.Ordinal);

    [SkippableFact]
    public void A_photo_on_which_two_people_disagree_is_named_and_left_out()
    {
        var set = Set("ls-two", "images/{0}");
        Assert.Equal("project-1.json, task 12: found people who disagree: hole, good; wanted one class", Assert.Single(Read(set, keepsFaults: true).Faults));
        Assert.Equal(17, Read(set, keepsFaults: true).Photos.Count);
    }

    [SkippableFact]
    public void A_task_that_was_cancelled_has_no_label()
    {
        var read = Read(Set("ls-cancel", "images/{0}"), keepsFaults: false);
        Assert.Equal("good__overshirt-chambray-back-01.jpg", Path.GetFileName(Assert.Single(read.Unlabelled)));
        Assert.Equal(17, read.Photos.Count);
    }

    [SkippableTheory]
    [InlineData("coco-zero")]
    [InlineData("coco-missing")]
    [InlineData("coco-unknowncat")]
    public void What_cannot_be_used_is_named_and_left_out(string name)
    {
        var set = Set(name, "test/{0}");
        Assert.Throws<DatasetException>(() => Read(set, keepsFaults: false));
        var read = Read(set, keepsFaults: true);
        Assert.NotEmpty(read.Faults);
        Assert.Equal(10, read.Counts["good"]);
    }

    private static string Place(string photos, int number, int aLot) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, photos, number, (number / aLot) + 1, number % aLot);

    private static LabelledSet Read(string set, bool keepsFaults) => LabelledSet.Read(set, "test", null, keepsFaults: keepsFaults, unlabelledIsGood: true);

    private static string Counts(string set) => string.Join(", ", Read(set, keepsFaults: false).Counts.Select(count => $"{count.Key} {count.Value}"));

    private string Set(string name, string photos, Func<string, string, string>? place = null)
    {
        var kept = Path.GetFullPath(Path.Combine(Repository, "..", "shared", "cases", "labels", name));
        Skip.IfNot(Directory.Exists(kept), "the kept cases are not beside the repository");
        foreach (var file in Directory.EnumerateFiles(kept, "*", SearchOption.AllDirectories))
        {
            _temp.Put($"{name}/{Path.GetRelativePath(kept, file)}", File.ReadAllBytes(file));
        }

        (string Label, int[] Numbers)[] shown = [("good", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), ("hole", [1, 3, 5, 7]), ("stain", [1, 3, 5, 7])];
        foreach (var (label, number) in shown.SelectMany(one => one.Numbers.Select(number => (one.Label, number))))
        {
            var photo = FormattableString.Invariant($"overshirt-chambray-back-{number:00}.jpg");
            var path = place?.Invoke(label, photo) ?? string.Format(System.Globalization.CultureInfo.InvariantCulture, photos, $"{label}__{photo}");
            _temp.Put($"{name}/{path}", Photos.Good((number * 10) + label.Length));
        }

        return _temp.At(name);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DefectVision.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository: no DefectVision.sln above them.");
    }
}
