using System.Text;
using DefectVision.Fixtures;
using DefectVision.Inspection.Reviewing;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rules: a list is read in every form that spreadsheets of China and Europe save it in, and what was assumed is said.</summary>
public sealed class ListFormTests : IDisposable
{
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly TempFolder _temp = new();
    private readonly ListReading _reading = new(accepts: false);

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Chinese_Excel_saves_GB18030()
    {
        Assert.Equal("批次甲", Read(Chinese.GetBytes("lot,item\n批次甲,镕001\n"))["lot"]);
        Assert.Equal(["list.csv: read as GB18030 text."], Said());
    }

    [Theory]
    [InlineData("Größe")]
    [InlineData("Müller")]
    [InlineData("±0,5")]
    [InlineData("São Paulo, 5 µm")]
    public void Western_Excel_saves_Windows_1252(string word)
    {
        Assert.Equal(word, Read(Western.GetBytes($"lot;item;reader\nä;1;x\n{word};2;Jörg\n"), line: 1)["lot"]);
        Assert.Equal(["list.csv: read as Windows-1252 text.", "list.csv: the columns are separated by semicolons."], Said());
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void Unicode_text_of_Excel_is_UTF_16_with_or_without_a_mark(bool bigEndian, bool marked)
    {
        var encoding = new UnicodeEncoding(bigEndian, marked);
        Assert.Equal("批次", Read([.. encoding.GetPreamble(), .. encoding.GetBytes("lot\titem\r\n批次\t1\r\n")])["lot"]);
        Assert.Equal(["list.csv: read as UTF-16 text.", "list.csv: the columns are separated by tabs."], Said());
    }

    [Fact]
    public void UTF_8_with_commas_is_nothing_to_speak_of()
    {
        Read("\uFEFFlot,item\n批次,1\n"u8.ToArray());
        Assert.Empty(Said());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.Contains("no text", Assert.Throws<IntakeException>(() => Read([0x6C, 0x00, 0x00, 0x00, 0x6F])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("sep=,\r\nlot,item\r\na,1\r\n")]
    [InlineData("sep=;\nlot;item\na;1\n")]
    [InlineData("\"sep=|\"\nlot|item\na|1\n")]
    [InlineData("Sep=\t\nlot\titem\na\t1\n")]
    public void A_line_that_says_the_separator_is_no_header_and_counts_as_a_line(string text)
    {
        var line = Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal(("a", "1", 3), (line["lot"], line["item"], line.Number));
    }

    // The library refuses some of these in a way of its own (found by fuzzing), and letters that cells are made of would cut the cells up.
    [Theory]
    [InlineData(' ')]
    [InlineData('"')]
    [InlineData('#')]
    [InlineData('a')]
    [InlineData('1')]
    [InlineData('\u0001')]
    public void What_cannot_separate_cells_is_no_separator(char letter)
    {
        var fault = Assert.Throws<IntakeException>(() => Read(Encoding.UTF8.GetBytes($"sep={letter}\nlot,item\na,1\n")));
        Assert.Equal(("list.csv", 1), (fault.Lines.Single().File, fault.Lines.Single().Line));
    }

    [Theory]
    [InlineData("lot,item\na,1\n,\n , \n\"\",\u00A0\n")]
    [InlineData("lot,item\n\n,,,,\na,1\n")]
    public void Rows_of_empty_cells_are_no_rows(string text) => Assert.Single(CsvTable.Read(_temp.Put("list.csv", text), "lot").Lines);

    [Theory]
    [InlineData("批次,件号")]
    [InlineData("Lot,ITEM")]
    [InlineData("批号,产品编号")]
    [InlineData("ｌｏｔ,item")]
    public void Columns_are_known_in_any_case_and_width_and_in_Chinese(string header) => Assert.Equal("1", Read(Encoding.UTF8.GetBytes($"{header}\na,1\n"))["item"]);

    [Fact]
    public void A_column_of_two_words_may_have_a_blank() => Assert.True(CsvTable.Read(_temp.Put("list.csv", "Defect Class,item\n"), "item").Has("defect_class"));

    [Fact]
    public void A_workbook_gives_what_a_person_sees_of_its_first_sheet()
    {
        var file = _temp.Put("list.xlsx", Workbook.Of(
            [["lot", "item", "value", "time"], ["a", 7, 54.1, new DateTime(2026, 11, 24, 9, 30, 0)], [" ", "", "", ""], ["b", "x", "#VALUE!", new DateTime(2026, 11, 24)]],
            [["other"]]));
        var table = CsvTable.Read(file, "lot", "item");
        var lines = table.Each(line => line, _reading);
        Assert.Equal((2, "a", "007", "54.1", "2026-11-24T09:30:00"), (lines[0].Number, lines[0]["lot"], lines[0]["item"], lines[0]["value"], lines[0]["time"]));
        Assert.Equal((4, "#VALUE!", "2026-11-24"), (lines[1].Number, lines[1]["value"], lines[1]["time"]));
        Assert.Equal(["list.xlsx: the first sheet, Sheet1, was read; the workbook has 2 sheets."], Said());
    }

    [Fact]
    public void A_workbook_is_told_by_its_content() => Assert.Equal("1", CsvTable.Read(_temp.Put("list.csv", Workbook.Of([["item"], ["1"]])), "item").Lines[0]["item"]);

    [Fact]
    public void A_workbook_that_is_cut_off_is_refused()
    {
        var whole = Workbook.Of([["item"], ["1"]]);
        Assert.Contains("no workbook that can be read", Assert.Throws<IntakeException>(() => CsvTable.Read(_temp.Put("list.xlsx", whole[..(whole.Length / 2)]), "item")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("05/11/2026", 5, 11)]
    [InlineData("24/11/2026", 5, 11)]
    [InlineData("11/24/2026", 11, 5)]
    public void Another_row_settles_which_comes_first(string other, int day, int month)
    {
        var file = _temp.Put("confirmed.csv", $"item,confirmed,reader,time\n1,no,Li,{other}\n1,yes,Li,05/11/2026\n");
        var read = () => Confirmations.Read(file, new KnownItems([("a", "1")]), _reading);
        if (other == "05/11/2026")
        {
            read();
            Assert.Equal(2, _reading.LeftOut.Count);
        }
        else
        {
            Assert.Equal(new DateTimeOffset(2026, month, day, 0, 0, 0, TimeSpan.Zero), read().Readings[1].Time);
            Assert.Contains(day == 5 ? "have the day first" : "have the month first", Assert.Single(Said()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rows_that_contradict_one_another_settle_nothing()
    {
        Confirmations.Read(_temp.Put("confirmed.csv", "item,confirmed,reader,time\n1,no,Li,24/11/2026\n1,no,Li,11/24/2026\n1,yes,Li,05/11/2026\n"), new KnownItems([("a", "1")]), _reading);
        Assert.Equal(4, Assert.Single(_reading.LeftOut).Line);
    }

    [Theory]
    [InlineData("2026-11-24T09:30:00Z", "2026-11-24 09:30 UTC")]
    [InlineData("2026-11-24T17:30:00+08:00", "2026-11-24 09:30 UTC")]
    [InlineData("2026-11-24 09:30", "2026-11-24 09:30")]
    [InlineData("2026-11-24", "2026-11-24")]
    public void A_time_without_a_zone_is_shown_without_one(string time, string shown) =>
        Assert.Equal(shown, Confirmations.Read(_temp.Put("confirmed.csv", $"item,confirmed,reader,time\n1,no,Li,{time}\n"), new KnownItems([("a", "1")])).Readings[0].When);

    [Theory]
    [InlineData("Y", ReaderWord.Defective)]
    [InlineData("TRUE", ReaderWord.Defective)]
    [InlineData("是", ReaderWord.Defective)]
    [InlineData("ja", ReaderWord.Defective)]
    [InlineData("n", ReaderWord.Good)]
    [InlineData("FALSE", ReaderWord.Good)]
    [InlineData("否", ReaderWord.Good)]
    [InlineData("Nein", ReaderWord.Good)]
    [InlineData("不确定", ReaderWord.Unsure)]
    public void Yes_and_no_are_known_in_three_languages(string word, ReaderWord read) =>
        Assert.Equal(read, Confirmations.Read(_temp.Put("confirmed.csv", $"item,confirmed,reader,time\n1,{word},Li,2026-11-24\n"), new KnownItems([("a", "1")])).Readings[0].Word);

    // "OK" answers nothing where the question is whether a defect is confirmed.
    [Theory]
    [InlineData("OK")]
    [InlineData("NG")]
    [InlineData("合格")]
    public void A_word_for_passing_is_no_answer_to_a_question_of_yes_or_no(string word) =>
        Assert.Throws<IntakeException>(() => Confirmations.Read(_temp.Put("confirmed.csv", $"item,confirmed,reader,time\n1,{word},Li,2026-11-24\n"), new KnownItems([("a", "1")])));

    [Theory]
    [InlineData("NG", true)]
    [InlineData("不合格", true)]
    [InlineData("Fail", true)]
    [InlineData("n.i.O.", true)]
    [InlineData("OK", false)]
    [InlineData("合格", false)]
    [InlineData("Pass", false)]
    [InlineData("bestanden", false)]
    public void Pass_and_fail_are_known_in_three_languages(string word, bool isDefective)
    {
        var known = new KnownItems([("a", "1")]);
        Assert.Equal(isDefective, ThirdPartyReports.Read(_temp.Put("third-party.csv", $"item,verdict\n1,{word}\n"), known).Findings[0].IsDefective);
        Assert.Equal(!isDefective, TestResults.Read(_temp.Put("tests.csv", $"test,kind,result\ndrop,functional,{word}\n"), known).Results[0].IsPassed);
    }

    private IEnumerable<string> Said() => _reading.Assumed.Select(FormattableString.Invariant);

    private CsvLine Read(byte[] bytes, int line = 0) => CsvTable.Read(_temp.Put("list.csv", bytes), "lot", "item").Each(one => one, _reading)[line];
}
