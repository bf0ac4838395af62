using System.Text;
using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Inspection.Claiming;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline.Tests.Journalling;

/// <summary>Rules: one durable line per file, a torn last line is recovered, one writer at a time (durability section of the workflow contract).</summary>
public sealed class JournalTests : IDisposable
{
    private static readonly JournalHeader Header = new(
        JournalHeader.CurrentSchema, new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), new string('a', 64), "limits", null);

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void What_was_written_is_read_again_exactly()
    {
        JournalEntry[] entries = [Entry("批次/一_正面.jpg"), Entry("a/\"quoted\"\n line.jpg"), new("x.txt", 3, null, PhotoOutcome.NotAPhoto, "no image", null, null)];
        Write(entries);
        using var journal = Open();
        Assert.Equal(entries.OrderBy(entry => entry.Path), journal.Entries.Values.OrderBy(entry => entry.Path));
        Assert.Equal(Header, journal.Header);
    }

    [Fact]
    public void The_date_is_that_of_the_first_start()
    {
        Write([]);
        using var journal = Journal.Open(_temp.Root, Header with { Started = Header.Started.AddDays(1) }, fresh: false, redoes: false);
        Assert.Equal(Header.Started, journal.Header.Started);
    }

    [Fact]
    public void A_file_that_is_written_twice_counts_as_it_was_last()
    {
        Write([Entry("a.jpg"), Entry("a.jpg") with { Bytes = 77 }]);
        using var journal = Open();
        Assert.Equal(77, journal.Entries["a.jpg"].Bytes);
    }

    [Fact]
    public void A_last_line_that_is_torn_at_any_byte_is_cut_off_and_written_again()
    {
        Write([Entry("a.jpg"), Entry("b.jpg")]);
        var whole = File.ReadAllBytes(File_);
        var lastLine = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (var end = lastLine; end < whole.Length; end++)
        {
            File.WriteAllBytes(File_, whole[..end]);
            using (var journal = Open())
            {
                Assert.Equal("a.jpg", Assert.Single(journal.Entries).Key);
                journal.Append(Entry("b.jpg"));
            }

            Assert.Equal(whole, File.ReadAllBytes(File_));
        }
    }

    [Fact]
    public void A_first_line_that_is_torn_at_any_byte_begins_the_journal_anew()
    {
        Write([]);
        var whole = File.ReadAllBytes(File_);
        for (var end = 0; end < whole.Length; end++)
        {
            File.WriteAllBytes(File_, whole[..end]);
            using (var journal = Open())
            {
                Assert.Empty(journal.Entries);
            }

            Assert.Equal(whole, File.ReadAllBytes(File_));
        }
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"path\":\"b.jpg\",\"outcome\":\"no such outcome\"}")]
    [InlineData("{\"path\":\"b.j")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    public void A_line_in_the_middle_that_cannot_be_read_is_passed_over(string line)
    {
        Write([Entry("a.jpg"), Entry("c.jpg")]);
        var lines = File.ReadAllLines(File_).ToList();
        lines.Insert(2, line);
        File.WriteAllText(File_, string.Join('\n', lines) + "\n");
        using var journal = Open();
        Assert.Equal(["a.jpg", "c.jpg"], journal.Entries.Keys.Order());
    }

    [Fact]
    public void A_line_in_the_middle_that_is_not_utf8_is_passed_over()
    {
        Write([Entry("a.jpg"), Entry("b.jpg"), Entry("c.jpg")]);
        var bytes = File.ReadAllBytes(File_);
        var at = bytes.AsSpan().IndexOf("b.jpg"u8);
        bytes[at] = 0xFF;
        File.WriteAllBytes(File_, bytes);
        using var journal = Open();
        Assert.Equal(["a.jpg", "c.jpg"], journal.Entries.Keys.Order());
    }

    // A photo without a finding would count as clear: silence is never good news.
    [Fact]
    public void A_scored_photo_without_its_finding_is_passed_over()
    {
        Write([Entry("a.jpg"), Entry("b.jpg") with { Finding = null }]);
        using var journal = Open();
        Assert.Equal("a.jpg", Assert.Single(journal.Entries).Key);
    }

    [Fact]
    public void A_journal_of_another_model_is_refused_with_the_way_out()
    {
        Write([Entry("a.jpg")]);
        var before = File.ReadAllBytes(File_);
        var fault = Assert.Throws<IntakeException>(() => Journal.Open(_temp.Root, Header with { ModelSha256 = new string('b', 64) }, fresh: false, redoes: false));
        Assert.Contains("begun with model aaaaaaaaaaaa, expected model bbbbbbbbbbbb", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--fresh", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(File_));
    }

    [Fact]
    public void A_journal_of_a_model_is_not_continued_without_one()
    {
        Write([Entry("a.jpg")]);
        var before = File.ReadAllBytes(File_);
        var fault = Assert.Throws<IntakeException>(() => Journal.Open(_temp.Root, Header with { ModelSha256 = null }, fresh: false, redoes: false));
        Assert.Contains("begun with model aaaaaaaaaaaa, expected no model", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--without model", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(File_));
    }

    [Fact]
    public void A_journal_begun_without_a_model_begins_again_with_the_first_one_and_keeps_its_date()
    {
        var bare = Header with { ModelSha256 = null, Plan = "bare" };
        Write([Entry("a.jpg") with { Outcome = PhotoOutcome.Read, Finding = null }], bare);
        using (var again = Journal.Open(_temp.Root, bare with { Started = bare.Started.AddDays(1) }, fresh: false, redoes: false))
        {
            Assert.Equal(("a.jpg", bare), (Assert.Single(again.Entries).Key, again.Header));
        }

        using (var scoring = Journal.Open(_temp.Root, Header with { Started = Header.Started.AddDays(2), Plan = "scoring" }, fresh: false, redoes: false))
        {
            Assert.Empty(scoring.Entries);
            scoring.Append(Entry("b.jpg"));
        }

        using var resumed = Journal.Open(_temp.Root, Header with { Started = Header.Started.AddDays(3), Plan = "later" }, fresh: false, redoes: false);
        Assert.Equal(Header with { Plan = "scoring" }, resumed.Header);
        Assert.Equal("b.jpg", Assert.Single(resumed.Entries).Key);
    }

    // Whoever asks for another model, for none or for other limits means it: what was scored goes, the date and what was agreed at the start stay.
    [Theory]
    [InlineData("bbbb", "wide")]
    [InlineData(null, "wide")]
    [InlineData("aaaa", "narrow")]
    public void A_journal_that_is_asked_to_begins_again_with_its_date_its_plan_and_its_terms(string? model, string limits)
    {
        var begun = Header with { ModelSha256 = "aaaa", Limits = "wide", Plan = "first", Terms = [new BindingTerm(TermKind.LotSize, "lot", "280")] };
        Write([Entry("a.jpg")], begun);
        var asked = begun with { ModelSha256 = model, Limits = limits, Started = begun.Started.AddDays(1), Plan = "second", Terms = [new BindingTerm(TermKind.LotSize, "lot", "300")] };
        Assert.Throws<IntakeException>(() => Journal.Open(_temp.Root, asked, fresh: false, redoes: false));
        using var journal = Journal.Open(_temp.Root, asked, fresh: false, redoes: true);
        Assert.Empty(journal.Entries);
        Assert.Equal((begun.Started, "first", "280", model, limits), (journal.Header.Started, journal.Header.Plan, journal.Header.Terms!.Single().Value, journal.Header.ModelSha256, journal.Header.Limits));
    }

    [Fact]
    public void Terms_that_changed_before_the_first_model_was_named_have_changed()
    {
        var bare = Header with { ModelSha256 = null, Terms = [new BindingTerm(TermKind.LotSize, "lot", "280")] };
        Write([], bare);
        using var journal = Journal.Open(_temp.Root, Header with { Terms = [new BindingTerm(TermKind.LotSize, "lot", "300")] }, fresh: false, redoes: false);
        Assert.Equal("280", journal.Header.Terms!.Single().Value);
    }

    [Fact]
    public void A_first_model_does_not_change_the_limits()
    {
        Write([], Header with { ModelSha256 = null });
        Assert.Contains("limits", Assert.Throws<IntakeException>(() => Journal.Open(_temp.Root, Header with { Limits = "narrower" }, fresh: false, redoes: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_of_other_limits_is_refused()
    {
        Write([Entry("a.jpg")]);
        Assert.Contains("limits", Assert.Throws<IntakeException>(() => Journal.Open(_temp.Root, Header with { Limits = "narrower" }, fresh: false, redoes: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_of_another_version_is_refused_and_left_as_it_is()
    {
        Write([Entry("a.jpg")]);
        File.WriteAllText(File_, File.ReadAllText(File_).Replace(JournalHeader.CurrentSchema, "defectvision/journal/0", StringComparison.Ordinal));
        var before = File.ReadAllText(File_);
        Assert.Contains("--fresh", Assert.Throws<IntakeException>(Open).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(File_));
    }

    [Fact]
    public void A_journal_that_is_to_be_fresh_is_begun_anew()
    {
        Write([Entry("a.jpg")]);
        using var journal = Journal.Open(_temp.Root, Header, fresh: true, redoes: false);
        Assert.Empty(journal.Entries);
    }

    // A check value a line finds an edit; the chain finds one that had its check value made anew.
    [Fact]
    public void A_line_that_was_edited_by_hand_is_named_and_its_file_done_again()
    {
        Write([Entry("a.jpg"), Entry("b.jpg"), Entry("c.jpg")]);
        Edit(2, line => line.Replace("1.2345", "0.2345", StringComparison.Ordinal));
        using var journal = Open();
        Assert.Equal(["a.jpg", "c.jpg"], journal.Entries.Keys.Order());
        Assert.StartsWith("journal.jsonl, line 3 (b.jpg): it is not as it was written", Assert.Single(journal.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Once_a_file_was_done_again_its_edited_line_is_no_longer_named()
    {
        Write([Entry("a.jpg"), Entry("b.jpg")]);
        Edit(1, line => line.Replace("1.2345", "0.2345", StringComparison.Ordinal));
        Write([Entry("a.jpg")]);
        using var journal = Open();
        Assert.Equal(["a.jpg", "b.jpg"], journal.Entries.Keys.Order());
        Assert.Equal(1.2345, journal.Entries["a.jpg"].Finding!.Score);
        Assert.Empty(journal.Remarks);
    }

    [Fact]
    public void A_line_that_was_edited_with_its_values_made_anew_breaks_the_chain_to_the_next()
    {
        Write([Entry("a.jpg"), Entry("b.jpg"), Entry("c.jpg"), Entry("d.jpg")]);
        var before = ChainedLine.ValuesOf(Encoding.UTF8.GetBytes(File.ReadAllLines(File_)[1]))!.Value.Chain;
        Edit(2, line => Encoding.UTF8.GetString(ChainedLine.Of(line[..line.IndexOf(",\"check\"", StringComparison.Ordinal)].Replace("1.2345", "0.2345", StringComparison.Ordinal) + "}", before).Line));
        using var journal = Open();
        Assert.Equal(["a.jpg", "d.jpg"], journal.Entries.Keys.Order());
        Assert.StartsWith("journal.jsonl, lines 3 (b.jpg) and 4 (c.jpg): they do not follow each other", Assert.Single(journal.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_was_taken_out_breaks_the_chain()
    {
        Write([Entry("a.jpg"), Entry("b.jpg"), Entry("c.jpg")]);
        var lines = File.ReadAllLines(File_).ToList();
        lines.RemoveAt(2);
        File.WriteAllText(File_, string.Join('\n', lines) + "\n");
        using var journal = Open();
        Assert.Empty(journal.Entries);
        Assert.StartsWith("journal.jsonl, lines 2 (a.jpg) and 3 (c.jpg)", Assert.Single(journal.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_lines_that_changed_places_break_the_chain()
    {
        Write([Entry("a.jpg"), Entry("b.jpg"), Entry("c.jpg")]);
        var lines = File.ReadAllLines(File_);
        File.WriteAllText(File_, string.Join('\n', [lines[0], lines[2], lines[1], lines[3]]) + "\n");
        using var journal = Open();
        Assert.Empty(journal.Entries);
    }

    [Fact]
    public void Any_byte_of_an_entry_that_changes_is_found()
    {
        Write([Entry("a.jpg"), Entry("b.jpg")]);
        var whole = File.ReadAllBytes(File_);
        var start = Array.IndexOf(whole, (byte)'\n') + 1;
        var end = Array.IndexOf(whole, (byte)'\n', start);
        for (var at = start; at < end; at++)
        {
            var changed = whole.ToArray();
            changed[at] = (byte)(changed[at] == 'x' ? 'y' : 'x');
            File.WriteAllBytes(File_, changed);
            using var journal = Open();
            Assert.DoesNotContain("a.jpg", journal.Entries.Keys);
            Assert.NotEmpty(journal.Remarks);
        }
    }

    [Fact]
    public void A_first_line_that_was_edited_is_refused_and_left_as_it_is()
    {
        Write([Entry("a.jpg")]);
        Edit(0, line => line.Replace("2026-11-24", "2026-11-20", StringComparison.Ordinal));
        var before = File.ReadAllBytes(File_);
        var fault = Assert.Throws<IntakeException>(Open);
        Assert.Contains("first line", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--fresh", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(File_));
    }

    // The values as anybody can make them, with hashlib of Python 3.11: json = '{"a":1}', check = sha256(json), chain = sha256('0' * 64 + check).
    [Fact]
    public void The_check_and_the_chain_are_those_that_anybody_can_compute()
    {
        var (line, chain) = ChainedLine.Of("{\"a\":1}", ChainedLine.First);
        Assert.Equal("cdae94bd29b7de0c2a7af392f4d984ed5a41b15bdd872f7b9726132508047adc", chain);
        Assert.Equal("{\"a\":1,\"check\":\"015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862\",\"chain\":\"cdae94bd29b7de0c2a7af392f4d984ed5a41b15bdd872f7b9726132508047adc\"}", Encoding.UTF8.GetString(line));
    }

    [Fact]
    public void Another_build_of_the_program_reads_the_photos_again_and_keeps_the_date_and_the_terms()
    {
        var begun = Header with { Program = "DefectVision 0.1.0, build aaaa", Plan = "first", Terms = [new BindingTerm(TermKind.LotSize, "lot", "280")] };
        Write([Entry("a.jpg")], begun);
        var newer = begun with { Program = "DefectVision 0.2.0, build bbbb", Started = begun.Started.AddDays(1), Plan = "second", Terms = [new BindingTerm(TermKind.LotSize, "lot", "300")] };
        using (var journal = Journal.Open(_temp.Root, newer, fresh: false, redoes: false))
        {
            Assert.Empty(journal.Entries);
            Assert.Equal((begun.Started, "first", "280", newer.Program), (journal.Header.Started, journal.Header.Plan, journal.Header.Terms!.Single().Value, journal.Header.Program));
            Assert.Equal("this inspection was begun by DefectVision 0.1.0, build aaaa; this is DefectVision 0.2.0, build bbbb, which may read and score otherwise: all photos are read again", Assert.Single(journal.Remarks));
        }

        using var again = Journal.Open(_temp.Root, newer, fresh: false, redoes: false);
        Assert.Empty(again.Remarks);
    }

    [Fact]
    public void A_journal_without_check_values_tells_its_entries_and_is_not_gone_on_with()
    {
        File.WriteAllText(File_, $"{JournalJson.Line(Header with { Schema = "defectvision/journal/1" })}\n{JournalJson.Line(Entry("a.jpg"))}\n");
        Assert.Equal("a.jpg", Assert.Single(Journal.EntriesOf(_temp.Root)).Key);
        using var journal = Open();
        Assert.Empty(journal.Entries);
        Assert.Equal((Header.Started, JournalHeader.CurrentSchema), (journal.Header.Started, journal.Header.Schema));
        Assert.Contains("earlier build", Assert.Single(journal.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_on_the_same_outputs_is_told_to_wait()
    {
        using var first = Open();
        var fault = Assert.Throws<JournalBusyException>(Open);
        Assert.Contains("another run", fault.Message, StringComparison.Ordinal);
        first.Append(Entry("a.jpg"));
        first.Flush();
    }

    [Fact]
    public void After_the_first_run_has_ended_the_next_may_write()
    {
        Open().Dispose();
        Open().Dispose();
        Assert.True(File.Exists(File_));
    }

    [Fact]
    public void Every_line_is_utf8_without_a_mark_and_ends_in_a_line_feed()
    {
        Write([Entry("批次/一.jpg")]);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(File_));
        Assert.StartsWith("{\"schema\":\"defectvision/journal/2\"", text, StringComparison.Ordinal);
        Assert.Contains("批次/一.jpg", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    private static JournalEntry Entry(string path) => new(
        path, 1234, new string('c', 64), PhotoOutcome.Scored, null, new PhotoFacts("jpeg", 48, 32, 6), new Finding(1.2345, Standing.Flagged, 0.9876, "hole")
        {
            Heat = new HeatReading(10.7406, 21.4812, 17.1262264251709, new SuspectPlace(0.84375, 55 / 72.0)),
        });

    private string File_ => _temp.At(Journal.FileName);

    private void Edit(int at, Func<string, string> edit)
    {
        var lines = File.ReadAllLines(File_);
        lines[at] = edit(lines[at]);
        File.WriteAllText(File_, string.Join('\n', lines) + "\n");
    }

    private Journal Open() => Journal.Open(_temp.Root, Header, fresh: false, redoes: false);

    private void Write(IEnumerable<JournalEntry> entries, JournalHeader? header = null)
    {
        using var journal = Journal.Open(_temp.Root, header ?? Header, fresh: false, redoes: false);
        foreach (var entry in entries)
        {
            journal.Append(entry);
        }
    }
}
