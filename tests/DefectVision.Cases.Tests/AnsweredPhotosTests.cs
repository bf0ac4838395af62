using System.IO.Compression;
using DefectVision.Cases.Inspecting;
using DefectVision.Cases.Reviewing;
using DefectVision.Cases.Teaching;
using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Tests;

/// <summary>
/// Rule: what persons answered labels photos, and nothing else does. Of an item found good all photos are good; of one found defective those count that show the defect, as
/// a reader says, as it is the only one, or as the model flagged it, or as it stands out from the other items.
/// </summary>
public sealed class AnsweredPhotosTests : IDisposable
{
    private const string Header = "lot,item,confirmed,reader,time,defect_class\n";

    private readonly Bench _bench = new();
    private readonly List<string> _said = [];

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Photos_of_an_item_found_good_are_good_and_its_context_copies_and_damaged_files_give_nothing()
    {
        _bench.Put("shipment/A/1_back.jpg", Photos.Good(11));
        _bench.Put("shipment/A/1_label.jpg", Photos.Good(12));
        _bench.Put("shipment/A/1_left.jpg", Photos.Good(1));
        _bench.Put("shipment/A/1_right.jpg", Photos.Truncated(13));
        var answers = Answered("A,1,no,Li,2026-11-20,\n");
        Assert.Equal(["A/1_back.jpg", "A/1_front.jpg"], answers.Photos.Select(photo => photo.Path));
        Assert.All(answers.Photos, photo => Assert.Equal((true, null, "A", "1"), (photo.IsGood, photo.DefectClass, photo.Lot, photo.Item)));
        Assert.All(answers.Photos, photo => Assert.Equal(StoredJson.Sha256OfFile(photo.FullPath), photo.Sha256));
        Assert.All(answers.Photos, photo => Assert.Equal(("Li", "2026-11-20"), (string.Join(' ', photo.Readers), photo.Answered)));
        Assert.Equal(["back", "front"], answers.Photos.Select(photo => photo.View));
        Assert.Equal("answers of persons in the inspection shipment: 1 item, reader Li", answers.ToString());
    }

    [Fact]
    public void Where_a_reader_drew_the_defect_is_told_of_the_photo_that_he_drew_on()
    {
        _bench.Put("shipment/A/2_back.jpg", Photos.Good(22));
        _bench.Begin();
        var region = new PhotoRegion(0.25, 0.5, 0.125, 0.25);
        using (var desk = _bench.Review())
        {
            var back = desk.Item("Li", "1-2")!.Photos.Single(photo => photo.View == "back").Id;
            desk.Answer("Li", [new ReviewWord("1-2", ReaderWord.Defective) { Photo = back, Region = region }, new ReviewWord("1-1", ReaderWord.Good)]);
        }

        _bench.Report();
        var photos = Ask().Photos;
        Assert.Equal([("A/1_front.jpg", 0), ("A/2_back.jpg", 1)], photos.Select(photo => (photo.Path, photo.Regions.Count)));
        Assert.Equal(region, photos[1].Regions[0]);
    }

    // Item 2: a stain in front, which the tiny model flags, and nothing at the back.
    [Theory]
    [InlineData(true, "2", "A/2_front.jpg")]
    [InlineData(true, "A/2_back.jpg", "A/2_back.jpg")]
    [InlineData(true, "2_back.jpg", "A/2_back.jpg")]
    [InlineData(false, "A\\2_back.jpg", "A/2_back.jpg")]
    [InlineData(false, "2", null)]
    public void Of_several_photos_the_one_that_a_reader_named_shows_the_defect_else_the_one_that_is_flagged_highest_else_none(bool hasModel, string named, string? shows)
    {
        _bench.Put("shipment/A/2_back.jpg", Photos.Good(22));
        var answers = Answered($"A,1,no,Li,2026-11-20,\nA,{named},yes,Li,2026-11-20,stain\n", hasModel);
        Assert.Equal(shows is null ? [] : new[] { shows }, answers.Photos.Where(photo => !photo.IsGood).Select(photo => photo.Path));
        Assert.Equal(shows is null ? 1 : 0, answers.LeftOut.Sum(left => left.Items.Count));
        Assert.Equal(shows is null, _said.Contains(
            "1 item left out, found defective, and nothing tells which of their photos shows it (in the list of answers, name the photo by its path in the column item, and inspect again): A: 2"));
    }

    // Where no photo is flagged, the highest score says nothing; where two are, the higher one is taken alone.
    [Theory]
    [InlineData(210, 190, null)]
    [InlineData(20, 60, "A/3_back.jpg")]
    [InlineData(60, 20, "A/3_front.jpg")]
    public void A_score_counts_only_where_the_model_flagged_it_and_then_the_highest(int back, int front, string? shows)
    {
        _bench.Put("shipment/A/3_back.jpg", Photos.Plain((byte)back, 31));
        _bench.Put("shipment/A/3_front.jpg", Photos.Plain((byte)front, 32));
        var defective = Answered("A,1,no,Li,2026-11-20,\nA,3,yes,Li,2026-11-20,\n").Photos.Where(photo => !photo.IsGood).Select(photo => photo.Path);
        Assert.Equal(shows is null ? [] : new[] { shows }, defective);
    }

    // Without a model: 1.3 times the middle photo, and 1.25 times the item's next one.
    [Theory]
    [InlineData(1.3, 1.04, true)]
    [InlineData(1.29, 0.9, false)]
    [InlineData(1.3, 1.05, false)]
    [InlineData(4.2, 2.2, true)]
    public void Without_a_model_the_photo_that_stands_out_shows_the_defect(double first, double second, bool isShown)
    {
        InspectedFile Photo(string name, double times) => new($"A/1_{name}.jpg", 1, name, PhotoOutcome.Read, null, new PhotoPlace("A", "1", name), null, null, null)
        {
            Unlikeness = new Unlikeness(times, new HeatReading(1, 2, 1, null)),
        };
        InspectedFile[] photos = [Photo("a", first), Photo("b", second)];
        var item = new Item("1", photos, ItemStanding.NotScored, null, null);
        Assert.Equal(isShown ? ["A/1_a.jpg"] : [], new DefectPhotos(item, photos, []).Shown().Select(photo => photo.Path));
    }

    [Fact]
    public void The_only_photo_of_a_defective_item_shows_the_defect_and_beside_one_that_cannot_be_read_it_is_not_known_to()
    {
        _bench.Put("shipment/A/4_back.jpg", Photos.Truncated(44));
        var answers = Answered("A,3,yes,Li,2026-11-20,\nA,4,yes,Li,2026-11-20,\n", hasModel: false);
        Assert.Equal("A/3_front.jpg", Assert.Single(answers.Photos).Path);
        Assert.Equal(["A: 4"], Assert.Single(answers.LeftOut).Items);
    }

    [Theory]
    [InlineData("A,2,yes,Li,2026-11-20,hole\n", "hole")]
    [InlineData("A,2,yes,Li,2026-11-20,\n", null)]
    [InlineData("A,2,yes,Li,2026-11-20,hole\nA,2,yes,Mo,2026-11-20,cut\nA,2,yes,No,2026-11-20,cut\n", "cut")]
    [InlineData("A,2,yes,Li,2026-11-20,hole\nA,2_front.jpg,yes,Mo,2026-11-20,cut\nA,2,yes,No,2026-11-20,hole\n", "cut")]
    public void The_class_is_what_the_readers_name_and_never_what_the_model_says(string lines, string? expected) =>
        Assert.Equal(expected, Assert.Single(Answered(lines).Photos).DefectClass);

    [Fact]
    public void Two_defects_of_one_item_may_be_on_two_photos_each_with_its_class()
    {
        _bench.Put("shipment/A/2_back.jpg", Photos.Hole(22));
        var answers = Answered("A,2_front.jpg,yes,Li,2026-11-20,stain\nA,2_back.jpg,yes,Li,2026-11-20,hole\n");
        Assert.Equal([("A/2_back.jpg", "hole"), ("A/2_front.jpg", "stain")], answers.Photos.Select(photo => (photo.Path, photo.DefectClass!)));
        Assert.Equal(1, answers.Items);
    }

    [Theory]
    [InlineData("A,2_front.jpg,yes,Li,2026-11-20,stain\nA,2_back.jpg,yes,Li,2026-11-21,stain\n", "A/2_back.jpg A/2_front.jpg")]
    [InlineData("A,2_front.jpg,yes,Li,2026-11-20,stain\nA,2,no,Li,2026-11-21,\nA,2_back.jpg,yes,Li,2026-11-22,stain\n", "A/2_back.jpg")]
    [InlineData("A,2_front.jpg,yes,Li,2026-11-20,stain\nA,2_back.jpg,yes,Mo,2026-11-20,stain\n", "A/2_back.jpg A/2_front.jpg")]
    public void One_defect_may_be_on_several_photos_and_a_reader_may_take_his_word_back(string lines, string shown)
    {
        _bench.Put("shipment/A/2_back.jpg", Photos.Stain(22));
        Assert.Equal(shown, string.Join(' ', Answered(lines).Photos.Select(photo => photo.Path)));
    }

    [Fact]
    public void What_is_unread_unsure_or_disputed_gives_nothing_and_what_was_answered_is_counted()
    {
        var answers = Answered("A,1,no,Li,2026-11-20,\nA,2,yes,Li,2026-11-20,\nA,2,no,Mo,2026-11-20,\nA,3,unsure,Li,2026-11-20,\n");
        Assert.Equal("A/1_front.jpg", Assert.Single(answers.Photos).Path);
        Assert.Equal(("case", 4), (answers.Case, answers.Inspected.Count));
        Assert.Equal("2 items left out, of which the readers are unsure or do not agree: A: 2, A: 3", Assert.Single(answers.LeftOut).ToString());
        Assert.Equal("answers of persons in the inspection shipment: 1 item, readers Li, Mo; 2 items answered for and left out", answers.ToString());
    }

    // The same bytes under two items: both answered settles that they are two, and where the answers differ the photo cannot show both.
    [Theory]
    [InlineData("no", 3)]
    [InlineData("yes", 2)]
    public void A_photo_of_two_items_counts_once_and_only_where_both_were_answered_alike(string fifth, int photos)
    {
        _bench.Put("shipment/A/5_front.jpg", Photos.Good(1));
        _bench.Put("shipment/A/5_back.jpg", Photos.Good(51));
        _bench.Put("shipment/A/5_left.jpg", Photos.Stain(52));
        var answers = Answered($"A,1,no,Li,2026-11-20,\nA,4,no,Li,2026-11-20,\nA,5_left.jpg,{fifth},Li,2026-11-20,\n");
        Assert.Equal(fifth == "no" ? ["A/1_front.jpg", "A/4_front.jpg", "A/5_back.jpg", "A/5_left.jpg"] : ["A/4_front.jpg", "A/5_left.jpg"], answers.Photos.Select(photo => photo.Path));
        Assert.Equal(photos, answers.Items);
    }

    [Fact]
    public void An_item_that_may_be_another_once_more_gives_nothing()
    {
        _bench.Put("shipment/A/5_front.jpg", Photos.Good(1));
        _bench.Put("shipment/A/5_back.jpg", Photos.Good(51));
        Assert.DoesNotContain(Answered("A,1,no,Li,2026-11-20,\n").Photos, photo => photo.Item == "5");
    }

    [Fact]
    public void A_case_that_nobody_answered_says_what_to_do()
    {
        _bench.Begin();
        Assert.Equal(
            "case: found no item that a person answered for, wanted answers: fill in to-confirm.csv as confirmed.csv and inspect again",
            Assert.Throws<CaseException>(() => Ask()).Message);
    }

    [Fact]
    public void Answers_that_label_no_photo_say_why() => Assert.Equal(
        "case: found no photo to learn from among the items that persons answered for, wanted one at least: 1 item left out, of which the readers are unsure or do not agree: A: 2",
        Assert.Throws<CaseException>(() => Answered("A,2,unsure,Li,2026-11-20,\n")).Message);

    [Fact]
    public void Photos_that_are_no_longer_where_they_were_inspected_are_asked_for_by_folder()
    {
        Answered("A,1,no,Li,2026-11-20,\n");
        Directory.Move(_bench.Shipment, _bench.At("moved"));
        Assert.StartsWith($"case: found no folder {_bench.Shipment}, where its photos were inspected", Assert.Throws<DirectoryNotFoundException>(() => Ask()).Message, StringComparison.Ordinal);
        File.Delete(_bench.InCase("local.json"));
        Assert.StartsWith("case: found no local.json", Assert.Throws<DirectoryNotFoundException>(() => Ask()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_zip_was_unpacked_into_moves_with_the_case()
    {
        _bench.Put("shipment/confirmed.csv", Header + "A,1,no,Li,2026-11-20,\n");
        ZipFile.CreateFromDirectory(_bench.Shipment, _bench.At("goods.zip"));
        var unpacked = UnpackedArchive.Of(_bench.At("goods.zip"), _bench.Case);
        Casework.Inspect(new InspectRequest(unpacked.Folder, _bench.Case) { Unpacked = unpacked, Settings = new CaseSettings { HasPdf = false } }, Context([]));
        Directory.Move(_bench.Case, _bench.At("moved"));
        var photo = Assert.Single(Casework.Answers(_bench.At("moved"), Context([])).Photos);
        Assert.Equal(_bench.At("moved/shipment/goods/A/1_front.jpg"), photo.FullPath);
        Assert.Equal(photo.Sha256, StoredJson.Sha256OfFile(photo.FullPath));

        Directory.Delete(_bench.At("moved/shipment"), recursive: true);
        Assert.EndsWith(
            "into which goods.zip was unpacked, wanted it: inspect goods.zip again, with the same --out",
            Assert.Throws<DirectoryNotFoundException>(() => Casework.Answers(_bench.At("moved"), Context([]))).Message,
            StringComparison.Ordinal);
    }

    private AnsweredPhotos Answered(string lines, bool hasModel = true)
    {
        _bench.Put("shipment/confirmed.csv", Header + lines);
        _bench.Begin(request => hasModel ? request : request with { Model = null });
        return Ask();
    }

    private AnsweredPhotos Ask() => Casework.Answers(_bench.Case, Context(_said));

    private static CaseContext Context(List<string> said) => new(new Clock(Bench.Monday), said.Add, null, CancellationToken.None);
}
