using System.Security.Cryptography;
using DefectVision.Fixtures;
using DefectVision.Inspection.Reviewing;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Answered;

namespace DefectVision.Training.Tests.Labels;

/// <summary>
/// Rules of a set that grows by answers: a photo is there once, under the label that all its answers and those of its shot agree on; what contradicts itself is learned by nobody until
/// a person decides, who has the last word; photos of one item, or one shot, are one group, in one part; and whatever ends an addition, the set is whole.
/// </summary>
public sealed class AnsweredSetTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Photos_lie_under_their_labels_with_a_line_each_and_the_same_addition_again_changes_nothing()
    {
        var labels = Case("PO-1", Label("A", "017", 1), Label("A", "018", 2, "hole"), Label("A", "018", 3, "Hole "));
        var addition = Add(labels);
        Assert.Equal([("good", 1), ("hole", 2)], addition.Added.Select(entry => (entry.Key, entry.Value)).Select(entry => (entry.Key.ToLowerInvariant(), entry.Value)));
        Assert.Equal(3, Photos().Count);
        Assert.Matches(@"^good/A_017_front_[0-9a-f]{16}\.jpg$", Photos()[^1]);
        Assert.Contains("PO-1,PO-1,A,\"=\"\"017\"\"\",front,Li; Mo,", File.ReadAllText(_temp.At("set/answers.csv")), StringComparison.Ordinal);

        var before = Whole();
        var again = Add(labels);
        Assert.Equal((0, 3, false), (again.Added.Count, again.Known, again.IsChange));
        Assert.Equal(before, Whole());
    }

    [Fact]
    public void What_learns_from_the_set_is_told_its_items_and_its_cases()
    {
        Add(Case("PO-1", Label("A", "1", 1), Label("A", "1", 2, view: "back"), Label("A", "2", 3, "hole")));
        _temp.Put("set/good/own.jpg", Scenes.Piece(9).ToJpeg(90));
        var set = Read();
        Assert.Equal(ItemsSaidBy.Labels, set.ItemsSaidBy);
        Assert.Equal(["PO-1/A: 1", "PO-1/A: 1", "PO-1/A: 2", "good/own.jpg"], set.Photos.Select(photo => photo.Item).Order(StringComparer.Ordinal));
        Assert.Equal("answers of persons in the inspection PO-1: 2 items, readers Li, Mo; and 1 photo that no case gave", set.LabelledHow);
    }

    // A person decides by moving the photo, and adding the cases again does not ask again.
    [Fact]
    public void The_same_bytes_under_two_labels_are_learned_by_nobody_until_a_person_moves_them()
    {
        var (one, other) = (Case("PO-1", Label("A", "1", 1), Label("A", "2", 2)), Case("PO-2", Label("B", "7", 1, "hole")));
        Add(one);
        var contradiction = Assert.Single(Add(other).Contradictions);
        Assert.Equal(
            "PO-1/A/1_front.jpg is good by Li; Mo (2026-11-20, case PO-1); PO-2/B/7_front.jpg is hole by Li; Mo (2026-11-20, case PO-2): found 2 labels for one photo, wanted one", contradiction);
        var undecided = Assert.Single(Photos(), path => path.StartsWith("undecided/", StringComparison.Ordinal));
        Assert.Single(Read().Photos);

        _temp.Put("set/hole/x", "");
        File.Move(_temp.At($"set/{undecided}"), _temp.At($"set/hole/{Path.GetFileName(undecided)}"));
        Assert.Equal(["good", "hole"], Read().Photos.Select(photo => photo.Label));
        var before = Whole();
        Assert.False(Add(one, other).IsChange);
        Assert.Equal(before, Whole());
    }

    [Theory]
    [InlineData(null, null, 0)]
    [InlineData("hole", "hole", 0)]
    [InlineData(null, "hole", 2)]
    [InlineData("hole", "stain", 2)]
    public void The_same_shot_in_another_case_is_of_one_group_and_with_another_label_left_out(string? first, string? second, int undecided)
    {
        var copy = Scenes.Brighter(Scenes.Half(Scenes.Piece(1))).ToJpeg(80);
        Add(Case("PO-1", Label("A", "1", 1, first), Label("A", "2", 2)));
        var addition = Add(Case("PO-2", Label("B", "7", copy, second), Label("B", "8", 3)));
        Assert.Equal("PO-2/B/7_front.jpg and PO-1/A/1_front.jpg", Assert.Single(addition.SameShots));
        Assert.Equal((undecided, undecided / 2), (addition.NotDecided, addition.Contradictions.Count));
        var groups = Read(wantsGood: false).Photos.CountBy(photo => photo.Group).Select(group => group.Value).Order();
        Assert.Equal(undecided == 0 ? [1, 1, 2] : [1, 1], groups);
    }

    // There the inspection has asked: two items that share a shot are answered for only where a person said that they are two.
    [Fact]
    public void Within_one_case_the_same_shot_is_no_contradiction()
    {
        var copy = Scenes.Brighter(Scenes.Half(Scenes.Piece(1))).ToJpeg(80);
        var addition = Add(Case("PO-1", Label("A", "1", 1), Label("A", "2", copy, "hole")));
        Assert.Equal((0, 0, 2), (addition.SameShots.Count, addition.NotDecided, Read().Photos.DistinctBy(photo => photo.Group).Count()));
    }

    [Fact]
    public void An_answer_that_changed_moves_its_photo_and_one_that_was_taken_back_leaves_it_out()
    {
        Add(Case("PO-1", Label("A", "1", 1), Label("A", "2", 2), Label("A", "3", 3)));
        var kept = Case("PO-1", Label("A", "1", 1, "hole"), Label("A", "2", 2));
        var addition = Add(kept with { Looked = new HashSet<string>([.. kept.Labels.Select(label => label.Sha256), Label("A", "3", 3).Sha256]) });
        Assert.Equal(2, addition.Changed.Count);
        Assert.Equal(["good", "hole", "undecided"], Photos().Select(path => path[..path.IndexOf('/', StringComparison.Ordinal)]));

        // A case that does not hold the photo says nothing of it.
        Assert.Empty(Add(Case("PO-1", Label("A", "2", 2))).Changed);
    }

    [Theory]
    [InlineData("cut/tear", false)]
    [InlineData("CON", false)]
    [InlineData("test", false)]
    [InlineData("masks", false)]
    [InlineData("undecided", false)]
    [InlineData("..", false)]
    [InlineData("ends.", false)]
    [InlineData("破洞", true)]
    [InlineData("missing button", true)]
    public void A_class_of_any_name_comes_back_as_it_was_written_out_of_a_folder_that_every_system_takes(string name, bool isItself)
    {
        Add(Case("PO-1", Label("A", "1", 1), Label("A", "2", 2, name)));
        Assert.Equal(["good", name], Read().Photos.Select(photo => photo.Label).OrderBy(label => label != "good"));
        var folder = Assert.Single(Directory.EnumerateDirectories(_temp.At("set")).Select(path => Path.GetFileName(path)), folder => folder != "good");
        Assert.Equal(isItself, folder == name);
        Assert.Matches(@"^[\p{L}\p{Nd}_-][\p{L}\p{Nd} _-]*$", folder);
    }

    [Theory]
    [InlineData("PO-1/лот <1>", "a:b*c?", "front")]
    [InlineData("A", "x", "")]
    [InlineData("A", "0123456789012345678901234567890123456789", "back")]
    public void A_photo_has_a_name_that_every_system_takes(string lot, string item, string view)
    {
        Add(Case("PO-1", Label(lot, item, 1, view: view)));
        Assert.Matches(@"^good/[\p{L}\p{Nd}_-]{1,92}\.jpg$", Assert.Single(Photos()));
    }

    [Fact]
    public void A_group_is_held_out_whole_and_what_comes_later_of_it_goes_where_it_is()
    {
        var many = Enumerable.Range(0, 12).SelectMany(item => new[] { Label("A", $"{item}", 2 * item), Label("A", $"{item}", (2 * item) + 1, view: "back") }).ToArray();
        Add(0.5, Case("PO-1", many));
        var (learned, heldOut) = (Read(), Read(part: "test"));
        Assert.Equal(24, learned.Photos.Count + heldOut.Photos.Count);
        Assert.Empty(learned.Photos.Select(photo => photo.Group).Intersect(heldOut.Photos.Select(photo => photo.Group)));
        Assert.InRange(heldOut.Photos.Count, 2, 22);

        Assert.Contains("wanted --hold-out SHARE", Assert.Throws<DatasetException>(() => Add(Case("PO-1", many))).Message, StringComparison.Ordinal);
        var later = Enumerable.Range(0, 12).Select(item => Label("A", $"{item}", 100 + item, view: "left")).ToArray();
        Assert.Empty(Add(0, Case("PO-1", later)).Divided);
        Assert.Equal(3 * heldOut.Photos.Count / 2, Read(part: "test").Photos.Count);
    }

    [Fact]
    public void A_photo_that_a_person_moves_out_of_what_is_held_out_is_not_learned_from_while_others_of_its_item_are_there()
    {
        Add(0.9999, Case("PO-1", Label("A", "1", 1), Label("A", "1", 2, view: "back")));
        _temp.Put("set/good/own.jpg", Scenes.Piece(9).ToJpeg(90));
        var moved = Photos().First(path => path.StartsWith("test/", StringComparison.Ordinal));
        File.Move(_temp.At($"set/{moved}"), _temp.At($"set/good/{Path.GetFileName(moved)}"));
        var set = LabelledSet.Read(_temp.At("set"), "train", null, keepsFaults: true);
        Assert.Equal("own.jpg", Path.GetFileName(Assert.Single(set.Photos).Path));
        Assert.EndsWith("found photos of the same item in test/, wanted all of them there, or none", Assert.Single(set.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void An_addition_that_is_cancelled_or_whose_photo_is_gone_leaves_the_set_as_it_was()
    {
        Add(Case("PO-1", Label("A", "1", 1)));
        var before = Whole();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => AnsweredSet.Add(_temp.At("set"), [Case("PO-1", Label("A", "2", 2))], null, null, cancelled.Token));
        Assert.Equal(before, Whole());

        var gone = Label("A", "3", 3);
        File.Delete(gone.Path);
        Assert.Equal("PO-1/A/3_front.jpg: found no such file, wanted the photo that was labelled", Assert.Single(Add(Case("PO-1", gone)).Unusable));
        Assert.Equal(before, Whole());
    }

    // What is left by a kill: copies that the list does not name, or copies that it names and that are not in their places.
    [Fact]
    public void An_addition_that_was_killed_is_taken_away_or_finished_by_the_next_and_until_then_named()
    {
        var labels = Case("PO-1", Label("A", "1", 1), Label("A", "2", 2));
        Add(labels);
        var before = Whole();
        var moved = Photos()[0];
        _temp.Put("set/.adding/half.jpg.part", "half");
        _temp.Put("set/.adding/not-listed.jpg", "whole");
        Assert.Empty(LabelledSet.Read(_temp.At("set"), "train", null, keepsFaults: true).Faults);
        File.Move(_temp.At($"set/{moved}"), _temp.At($"set/.adding/{Path.GetFileName(moved)}"));
        Assert.Contains("interrupted addition", Assert.Single(LabelledSet.Read(_temp.At("set"), "train", null, keepsFaults: true).Faults), StringComparison.Ordinal);
        Assert.False(Add(labels).IsChange);
        Assert.Equal(before, Whole());
    }

    [Fact]
    public void A_photo_that_a_person_put_in_is_not_added_again_and_his_label_stands()
    {
        _temp.Put("set/good/own.jpg", Scenes.Piece(1).ToJpeg(90));
        var addition = Add(Case("PO-1", Label("A", "1", 1, "hole"), Label("A", "2", 2)));
        Assert.Equal("PO-1/A/1_front.jpg: found it labelled hole, and the same photo as good/own.jpg, where a person put it; it stays there", Assert.Single(addition.Unusable));
        Assert.Equal((1, 1), (addition.Added["good"], addition.Known));
    }

    // Scenes are 240 x 180 px.
    [Fact]
    public void Where_readers_drew_a_defect_those_who_learn_from_the_set_find_a_box()
    {
        var drawn = Label("A", "2", 2, "hole") with { Regions = [new PhotoRegion(0.25, 0.5, 0.125, 0.2), new PhotoRegion(0, 0, 1, 1)] };
        var one = Case("PO-1", Label("A", "1", 1), drawn);
        Add(one);
        Assert.Equal([new LabelledBox("hole", 60, 90, 30, 36), new LabelledBox("hole", 0, 0, 240, 180)], Boxes());
        Assert.False(Add(one).IsChange);

        // A reader drew again, and took it back.
        Add(Case("PO-1", Label("A", "1", 1), drawn with { Regions = [new PhotoRegion(0.5, 0.5, 0.5, 0.5)] }));
        Assert.Equal([new LabelledBox("hole", 120, 90, 120, 90)], Boxes());
        Add(Case("PO-1", Label("A", "1", 1), drawn with { Regions = [] }));
        Assert.Empty(Boxes());

        // What a person calls by another name was not drawn as that.
        Add(one);
        Directory.CreateDirectory(_temp.At("set/stain"));
        var photo = Photos().Single(path => path.StartsWith("hole/", StringComparison.Ordinal));
        File.Move(_temp.At($"set/{photo}"), _temp.At($"set/stain/{Path.GetFileName(photo)}"));
        Assert.Empty(Boxes());

        IEnumerable<LabelledBox> Boxes() => Read().Photos.SelectMany(photo => photo.Boxes);
    }

    [Fact]
    public void A_list_of_an_earlier_version_has_no_regions()
    {
        Add(Case("PO-1", Label("A", "1", 1), Label("A", "2", 2, "hole")));
        var list = File.ReadAllLines(_temp.At("set/answers.csv"));
        Assert.EndsWith(",regions", list[0], StringComparison.Ordinal);
        File.WriteAllLines(_temp.At("set/answers.csv"), list.Select(line => line[..line.LastIndexOf(',')]));
        Assert.Equal(["good", "hole"], Read().Photos.Select(photo => photo.Label));
    }

    [Theory]
    [InlineData("2 0.5 0.125 0.2")]
    [InlineData("0.25 0.5")]
    [InlineData("0.25 0.5 0.125 wide")]
    public void A_region_outside_its_photo_or_of_other_than_four_numbers_is_refused(string region)
    {
        Add(Case("PO-1", Label("A", "1", 1), Label("A", "2", 2, "hole") with { Regions = [new PhotoRegion(0.25, 0.5, 0.125, 0.2)] }));
        var list = File.ReadAllText(_temp.At("set/answers.csv"));
        Assert.Contains("0.25 0.5 0.125 0.2", list, StringComparison.Ordinal);
        File.WriteAllText(_temp.At("set/answers.csv"), list.Replace("0.25 0.5 0.125 0.2", region, StringComparison.Ordinal));
        Assert.Contains($"found '{region}', wanted left, upper edge, width and height", Assert.Throws<DatasetException>(() => Read()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("labels.csv", "path,label\na.jpg,good\n")]
    [InlineData("notes.txt", "nothing of the kind")]
    public void A_folder_of_another_kind_is_refused(string name, string text)
    {
        _temp.Put("set/a.jpg", Scenes.Piece(1).ToJpeg(90));
        _temp.Put($"set/{name}", text);
        Assert.Throws<DatasetException>(() => Add(Case("PO-1", Label("A", "1", 1))));
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(_temp.At("set")).Count());
    }

    private SetAddition Add(params GivenLabels[] cases) => Add(null, cases);

    private SetAddition Add(double? heldOut, params GivenLabels[] cases) => AnsweredSet.Add(_temp.At("set"), cases, heldOut, null, CancellationToken.None);

    private LabelledSet Read(string part = "train", bool wantsGood = true) => LabelledSet.Read(_temp.At("set"), part, null, wantsGood: wantsGood);

    private List<string> Photos() => [.. SetPath.Photos(_temp.At("set")).Order(StringComparer.Ordinal)];

    private List<string> Whole() => [.. Directory.EnumerateFiles(_temp.At("set"), "*", SearchOption.AllDirectories)
        .Select(path => $"{Path.GetRelativePath(_temp.Root, path)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}").Order(StringComparer.Ordinal)];

    private GivenLabel Label(string lot, string item, int picture, string? defectClass = null, string view = "front") => Label(lot, item, Scenes.Piece(picture).ToJpeg(90), defectClass, view);

    private GivenLabel Label(string lot, string item, byte[] photo, string? defectClass, string view = "front")
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(photo));
        return new GivenLabel(_temp.Put($"photos/{digest}.jpg", photo), $"{lot}/{item}_{view}.jpg", digest, defectClass is null, defectClass, "to be told");
    }

    private static GivenLabels Case(string name, params GivenLabel[] labels) => new(name, $"answers of {name}", [.. labels.Select(label => label with
    {
        ShownAs = $"{name}/{label.ShownAs}",
        Origin = new PhotoOrigin(name, name, label.ShownAs[..label.ShownAs.LastIndexOf('/')], label.ShownAs[(label.ShownAs.LastIndexOf('/') + 1)..label.ShownAs.LastIndexOf('_')], label.ShownAs[(label.ShownAs.LastIndexOf('_') + 1)..^4], "Li; Mo", "2026-11-20"),
    })]);
}
