using System.Text;
using System.Text.RegularExpressions;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Report;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Languages;

namespace DefectVision.Evidence.Tests;

/// <summary>A sentence is a template and what stands in it; each language has its template. Words of the trade by GB/T 2828.1-2012.</summary>
public sealed partial class LanguageTests
{
    public static TheoryData<string> Others => [.. LanguagePack.All.Skip(1).Select(pack => pack.Code)];

    [Theory]
    [MemberData(nameof(Others))]
    public void A_language_has_each_sentence_of_the_English_one_and_in_it_the_same_places(string code)
    {
        var sentences = LanguagePack.Find(code)!.Sentences;
        Assert.Equal(LanguagePack.English.Sentences.Keys.Order(StringComparer.Ordinal), sentences.Keys.Order(StringComparer.Ordinal));
        Assert.All(LanguagePack.English.Sentences, english => Assert.Equal(Places(english.Value), Places(sentences[english.Key])));
    }

    // The identifiers are what a translator and a changed English sentence keep hold of.
    [Fact]
    public void Sentences_have_identifiers_and_no_identifier_is_a_sentence()
    {
        Assert.All(LanguagePack.English.Sentences.Keys, key => Assert.Matches("^[A-Za-z_]+[.][a-z0-9_]+$", key));
        Assert.Equal(["workmanship"], LanguagePack.English.Sentences.Values.GroupBy(english => english, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void A_folder_of_files_is_all_that_another_language_needs()
    {
        var folder = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["language.json"] = """{ "name": "German", "tag": "de", "office": "de-DE", "fonts": [], "unspaced": false }""",
            ["sentences.json"] = """{ "word.major": "Hauptfehler", "list.comma": ", ", "section.lots": "Lose" }""",
            ["letters.txt"] = "== words\n",
            ["defect-words.json"] = """{ "hole": "Loch" }""",
            ["review.json"] = """{ "word.good": "gut" }""",
        };
        var pack = new LanguagePack("de", name => folder.TryGetValue(name, out var text) ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : null);
        var words = new Words(new Language(pack), (name, language) => language.DefectWord(name));
        Assert.Equal("gut", pack.Review["word.good"]);
        Assert.Equal("Loch: Hauptfehler", words.Say($"{new ClassName("hole")}: {new Word(Severity.Major)}").ToString());
        Assert.Equal("major", Line.Letters(new Words(new Language(LanguagePack.English, pack)).Say($"{new Word(Severity.Major)}").First));
        var missing = Assert.Throws<InvalidOperationException>(() => new LanguagePack("de", name => name == "letters.txt" ? null : new MemoryStream(Encoding.UTF8.GetBytes(folder[name]))));
        Assert.Contains("letters.txt", missing.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Shown => [nameof(Shipments.Rich), .. Cases.All.Keys];

    [Theory]
    [MemberData(nameof(Shown))]
    public void Every_report_has_a_Chinese_sentence_for_each_of_its_own(string name)
    {
        var record = (Cases.All.TryGetValue(name, out var made) ? made() : Shipments.Rich()).Record();
        var words = new Words(Language.Parse("zh")!);
        var number = ReportNumber.Of(record.AsOf, [new FileDigest("results.jsonl", new string('a', 64))]);
        foreach (var block in ReportFile.Blocks(record, Terms.Of(record), [], number, null, new ExhibitPictures(new PictureStore(".")), words, CancellationToken.None))
        {
            Read(block);
        }

        // What the model's card and a photo's decoder said stays as it was said; the fixture's own notes are its own.
        Assert.Equal([], words.Missing.Except(Repeated(record)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SamplingFrame.Random)]
    [InlineData(SamplingFrame.All)]
    public void What_stands_against_a_sample_has_a_Chinese_sentence(SamplingFrame? sampling)
    {
        var terms = new AgreedTerms(new Agreement { Sampling = sampling });
        var lot = new Lot("a", 280, ItemSource.FileNames, [new Item("001", [], ItemStanding.Clear, null, null)]);
        var draw = new LotDraw("a", ["001"], 280, 1, 7, null, null, null);
        FormattableString?[] problems =
        [
            DrawProof.ProblemOf(draw, null), DrawProof.ProblemOf(draw with { Items = [] }, null), DrawProof.ProblemOf(draw with { Seed = null }, null),
            DrawProof.ProblemOf(draw with { LotSize = null }, null), DrawProof.ProblemOf(draw with { SampleSize = null }, null),
            DrawProof.ProblemOf(draw with { Method = "dice" }, null), DrawProof.ProblemOf(draw, ["a"]), DrawProof.ProblemOf(draw with { LotSize = 1, SampleSize = 2 }, null),
        ];
        Assert.DoesNotContain(null, problems);
        Lot[] lots =
        [
            lot, lot with { ItemSource = ItemSource.EachPhoto, SharedPhotos = ["x"], SettledPhotos = ["y"] }, lot with { Size = 1 },
            .. problems.Select(problem => Drawn(draw with { Problem = problem })), Drawn(draw), Drawn(draw with { LotSize = 28 }), Drawn(draw) with { Size = null },
        ];
        var words = new Words(Language.Parse("zh")!);
        foreach (var judged in lots.Select(one => LotJudge.Judge(one, terms, null, GivenEvidence.None)))
        {
            foreach (var sentence in judged.Remarks.Concat(judged.Sample.Wanted).Concat([judged.Sample.How, judged.Sample.Condition ?? $"not recorded"]))
            {
                words.Say(sentence);
            }
        }

        Assert.Equal([], words.Missing);

        Lot Drawn(LotDraw list) => lot with { Draw = new DrawCheck(list, [], []) };
    }

    [Theory]
    [InlineData("接收质量限", "Acceptance quality limit: the worst process average that a series of lots may have and still be mostly accepted.")]
    [InlineData("检验水平", "Inspection level")]
    [InlineData("不合格品", "No unit is shown to be defective.")]
    [InlineData("待定", "Pending")]
    [InlineData("抽样方案", "Reading by the sampling plan")]
    public void The_words_are_those_of_the_trade(string word, string english) => Assert.Contains(word, Translation.Of(LanguagePack.Find("zh")!)!.Of(english)!, StringComparison.Ordinal);

    [Fact]
    public void One_word_for_two_things_has_two_sentences()
    {
        var words = new Words(Language.Parse("zh")!);
        Assert.Equal(("外观/工艺检验", "做工"), (words.Say(SectionKind.Workmanship).ToString(), words.Say(Cause.Workmanship).ToString()));
    }

    [Fact]
    public void Names_and_numbers_are_the_same_in_every_language_and_words_are_not()
    {
        FormattableString sentence = $"{Piece.Name("LOT {0}")}: {new Word(Severity.Critical)}";
        Assert.Equal("LOT {0}: critical", new Words(Language.English).Say(sentence).ToString());
        Assert.Equal("LOT {0}：致命", new Words(Language.Parse("zh")!).Say(sentence).ToString());
    }

    [Fact]
    public void Beside_each_other_what_is_the_same_in_both_stands_once()
    {
        var words = new Words(Language.Parse("en+zh")!);
        Assert.Null(words.Say($"{Piece.Name("LOT-A")}").Second);
        Assert.Equal("检验水平", Line.Letters(words.Say($"Inspection level").Second!));
    }

    [Fact]
    public void A_sentence_without_translation_stays_in_English_and_is_told()
    {
        var words = new Words(Language.Parse("zh")!);
        Assert.Equal("nobody wrote this 3", words.Say($"nobody wrote this {3}").ToString());
        Assert.Equal(["nobody wrote this {0}"], words.Missing);
    }

    private static IEnumerable<string> Repeated(InspectionRecord record) =>
    [
        .. record.Files.Select(file => file.Reason).OfType<string>(),
        .. record.Model is { } model ? [.. model.Limits, model.LearnedFrom, model.MeasuredHow, model.Calibration, model.SelfTest] : Array.Empty<string>(),
        .. record.Layout.Concat(record.Notes).Select(sentence => sentence.Format),
    ];

    // Rows and cards are made when they are read.
    private static void Read(Block block)
    {
        switch (block)
        {
            case Table table:
                Assert.All(table.Rows, row => Assert.NotEmpty(row.Cells));
                break;
            case Cards cards:
                Assert.All(cards.All, card => Assert.NotEmpty(card.Title.First));
                break;
        }
    }

    private static List<string> Places(string template) => [.. Place().Matches(template).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();
}
