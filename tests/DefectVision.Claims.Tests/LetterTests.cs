using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DefectVision.Claims.Letters;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Languages;

namespace DefectVision.Claims.Tests;

/// <summary>Rules: what is not known is a visible blank and never invented; the words of report.md; both languages hold the same; the same claim gives the same bytes.</summary>
public sealed class LetterTests
{
    public static TheoryData<string> Languages => [.. LanguagePack.All.Select(pack => pack.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Without_an_agreement_every_field_is_a_blank_and_no_value_is_invented(string language)
    {
        var letters = LetterBuilder.All(Make.Claim(Agreement.None, confirmed: 40), LetterTexts.In(LanguagePack.Find(language)!));
        var texts = LetterTexts.In(LanguagePack.Find(language)!);
        var notice = letters.Single(letter => letter.Name == "first-notice");
        foreach (var field in (string[])["contract_number", "purchase_order", "invoice_number", "supplier", "buyer", "product", "clause_notice"])
            Assert.Contains(texts.Word("blank." + field), notice.Blanks);
        var request = letters.Single(letter => letter.Name == "remedy-request");
        Assert.Contains(texts.Word("blank.aql_major"), request.Blanks);
        Assert.DoesNotContain("2.5", Text(request), StringComparison.Ordinal);
        Assert.Contains("________ [", Encoding.UTF8.GetString(LetterHtml.Write(notice)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_agreed_is_cited_by_number()
    {
        var agreement = Make.Agreement with
        {
            PurchaseOrder = "PO-7",
            Supplier = new Party("宁波 & <Works>"),
            Contract = new Contract { Number = "C-9", Clauses = new SortedDictionary<string, string> { ["notice"] = "8.3" } },
        };
        var notice = Letter(Make.Claim(agreement), "first-notice", "en");
        Assert.Contains("Under clause 8.3 of the contract", Text(notice), StringComparison.Ordinal);
        var html = XDocument.Parse(Encoding.UTF8.GetString(LetterHtml.Write(notice)));
        Assert.Contains("宁波 & <Works>", html.Root!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "LOT-A: at least 298 of the 5000 items are defective; confidence 95 %, for a random draw by the draw list.", "at least ")]
    [InlineData("zh", "LOT-A：5000 件中至少 298 件不合格；置信水平 95 %，以按抽样清单随机抽样为条件。", "至少")]
    public void At_least_is_said_of_a_guaranteed_bound_only_and_with_its_condition(string language, string sentence, string atLeast)
    {
        Assert.Contains(sentence, Text(Letter(Make.Claim(Make.Agreement), "first-notice", language)), StringComparison.Ordinal);
        var chosen = Text(Letter(Make.Claim(Make.Agreement with { Sampling = null }), "first-notice", language));
        Assert.DoesNotContain(atLeast, chosen, StringComparison.Ordinal);
        Assert.Contains(LetterTexts.In(LanguagePack.Find(language)!).Word("lot.no_bound"), chosen, StringComparison.Ordinal);
    }

    // 60 flags of 200 exceed AQL 2.5 with the false alarms of the model allowed for (300 of 300 good items not flagged).
    [Fact]
    public void What_nobody_confirmed_is_called_flagged()
    {
        var claim = Make.Of(Make.Record(Make.Agreement, GivenEvidence.None, new MadeLot("LOT-A", Reviewed: false) { Flagged = 60 }));
        var text = Text(Letter(claim, "first-notice", "en"));
        Assert.Contains("there are signs of nonconformity", text, StringComparison.Ordinal);
        Assert.Contains("Items that the model flagged: 60. No person has confirmed a defect yet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("were confirmed defective", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_hold_the_same_words_letters_fields_and_tables()
    {
        var (english, chinese) = (LetterTexts.In(LanguagePack.English), LetterTexts.In(LanguagePack.Find("zh")!));
        Assert.Equal(english.Words.Keys.Order(), chinese.Words.Keys.Order());
        Assert.Equal(english.Letters, chinese.Letters);
        Assert.All(english.Letters, name => Assert.Equal(Marks(english.LinesOf(name)), Marks(chinese.LinesOf(name))));
    }

    [Fact]
    public void No_text_says_what_report_md_forbids()
    {
        var text = string.Join('\n', LetterBuilder.All(Make.Claim(Make.Agreement), LetterTexts.In(LanguagePack.English)).Select(Text)).ToLowerInvariant();
        Assert.All((string[])["prove", "caused by", "guilty", "ai says"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_readers_word_on_the_cause_goes_before_that_of_the_class()
    {
        var record = Make.Record(Make.Agreement with { Classes = new SortedDictionary<string, AgreedClass> { ["hole"] = new(Severity.Major, Cause.Material) } });
        var lot = record.Lots[0];
        var read = lot.Lot.Items[0] with { DefectClass = "hole", Cause = Cause.Packaging };
        var claim = Make.Of(record with { Lots = [lot with { Lot = lot.Lot with { Items = [read, .. lot.Lot.Items.Skip(1)] } }] });
        Assert.Contains("packaging", Text(Letter(claim, "first-notice", "en")), StringComparison.Ordinal);
        Assert.DoesNotContain("material", Text(Letter(claim, "first-notice", "en")), StringComparison.Ordinal);
        Assert.Contains("does not state a cause", Text(Letter(claim, "first-notice", "en")), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_group_is_named_none_is_explained()
    {
        var record = Make.Record(Make.Agreement);
        var lots = record.Lots.Select(lot => lot with { Lot = lot.Lot with { Items = [.. lot.Lot.Items.Select(item => item with { Cause = null })] } });
        var claim = Make.Of(record with { Lots = [.. lots] });
        Assert.DoesNotContain("does not state a cause", Text(Letter(claim, "first-notice", "en")), StringComparison.Ordinal);
        Assert.DoesNotContain("并不表示已认定原因", Text(Letter(claim, "first-notice", "zh")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_claim_gives_the_same_bytes_in_every_file()
    {
        var first = Directory.CreateTempSubdirectory().FullName;
        var second = Directory.CreateTempSubdirectory().FullName;
        var names = ClaimPaper.Write(Make.Claim(Make.Agreement), first);
        Thread.Sleep(2100);
        Assert.Equal(names, ClaimPaper.Write(Make.Claim(Make.Agreement), second));
        Assert.All(names, name => Assert.Equal(File.ReadAllBytes(Path.Combine(first, "claim", name)), File.ReadAllBytes(Path.Combine(second, "claim", name))));
        Assert.Contains("first-notice.zh.docx", names);
        Directory.Delete(first, true);
        Directory.Delete(second, true);
    }

    [Fact]
    public void A_name_that_XML_cannot_hold_is_written_with_a_mark_in_its_place()
    {
        var letter = Letter(Make.Claim(Make.Agreement, item: "a\u0001b"), "first-notice", "en");
        Assert.Contains("a\uFFFDb0000", Encoding.UTF8.GetString(LetterHtml.Write(letter)), StringComparison.Ordinal);
        Assert.NotEmpty(LetterDocx.Write(letter, Make.AsOf));
    }

    [Theory]
    [InlineData("of LOT-A and 批次-丙, order PO-2026-118", "of LOT|A and 批次|丙, order PO|2026|118")]
    [InlineData("a re-inspection, LOT-A", "a re-inspection, LOT|A")]
    [InlineData("a-file-of-many-letters-and-a-Capital", "a-file-of-many-letters-and-a-Capital")]
    public void In_Word_no_line_ends_inside_a_short_name(string text, string parts)
    {
        var docx = LetterDocx.Write(new Letter("n", LanguagePack.English, "t", [new LetterParagraph([new LetterRun(text, false)])]), Make.AsOf);
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var stream = zip.GetEntry("word/document.xml")!.Open();
        var run = XDocument.Load(stream).Descendants().First(element => element.Name.LocalName == "r");
        Assert.Equal(parts, string.Concat(run.Elements().Select(element => element.Name.LocalName == "noBreakHyphen" ? "|" : element.Value)));
    }

    private static Letter Letter(Claim claim, string name, string language) => LetterBuilder.All(claim, LetterTexts.In(LanguagePack.Find(language)!)).Single(letter => letter.Name == name);

    private static string Text(Letter letter) => XDocument.Parse(Encoding.UTF8.GetString(LetterHtml.Write(letter))).Root!.Element("body")!.Value;

    private static List<string> Marks(IReadOnlyList<string> lines) =>
        [.. lines.SelectMany(line => System.Text.RegularExpressions.Regex.Matches(line, @"\{[a-z_]+\}|^@[a-z]+|(?<=\] )@[a-z]+|^\[!?[a-z_]+\]")).Select(match => match.Value).Order(StringComparer.Ordinal)];
}
