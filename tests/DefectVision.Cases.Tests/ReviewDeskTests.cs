using DefectVision.Cases.Reviewing;
using DefectVision.Evidence.Packets;
using DefectVision.Fixtures;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Inspection.Recording;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Tests;

/// <summary>
/// Rules: a reader decides before he learns anything; what he said is on the disk before he is told so, nothing is taken out of the log, and whatever reads the case afterwards reads
/// what its readers said, as if a list had said it.
/// </summary>
public sealed class ReviewDeskTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Every_item_comes_once_to_each_reader_and_an_answer_is_in_the_log_when_it_was_taken()
    {
        _bench.Begin();
        using var desk = _bench.Review();
        Assert.Equal(["1", "2", "3", "4"], desk.Next("Li", 10).Select(item => item.Name).Order());
        foreach (var (item, number) in desk.Next("Li", 10).Select((item, number) => (item, number + 1)))
        {
            var told = Assert.Single(desk.Answer("Li", [new ReviewWord(item.Id, item.Name == "2" ? ReaderWord.Defective : ReaderWord.Good)]));
            Assert.Equal(item.Name == "2" ? ReviewReason.Flagged : ReviewReason.AuditSample, told.Reason);
            Assert.Equal(item.Name == "2", told.Flagged);
            Assert.Equal(1 + number, File.ReadAllLines(_bench.InCase(ReviewLog.FileName)).Length);
        }

        Assert.Empty(desk.Next("li ", 10));
        Assert.Equal(4, desk.Next("Mo", 10).Count);
        Assert.All(desk.Next("Mo", 10), item => Assert.Null(item.Said));
    }

    [Fact]
    public void A_heat_map_is_shown_to_a_reader_who_has_decided_and_to_nobody_else()
    {
        _bench.Put("tools/tiny.onnx", ModelWriter.Bind(TinyModel.GraphWithHeatMap(), TinyModel.Contract with { Anomaly = new AnomalyScale(-1, 0, 0) }));
        _bench.Begin();
        using var desk = _bench.Review();
        var item = desk.Next("Li", 10).Single(item => item.Name == "2");
        var photo = Assert.Single(item.Photos).Id;
        Assert.Null(desk.HeatMap("Li", photo));
        Assert.Equal([photo], Assert.Single(desk.Answer("Li", [new ReviewWord(item.Id, ReaderWord.Unsure)])).HeatMaps);
        Assert.NotNull(desk.HeatMap("Li", photo));
        Assert.Null(desk.HeatMap("Mo", photo));
        desk.Undo("Li");
        Assert.Null(desk.HeatMap("Li", photo));
    }

    [Fact]
    public void What_was_taken_back_comes_again_and_the_log_keeps_both_lines()
    {
        _bench.Begin();
        using var desk = _bench.Review();
        Assert.Null(desk.Undo("Li"));
        var first = desk.Next("Li", 1)[0];
        desk.Answer("Li", [new ReviewWord(first.Id, ReaderWord.Good)]);
        desk.Answer("Mo", [new ReviewWord(first.Id, ReaderWord.Good)]);
        var undone = desk.Undo("Li")!;
        Assert.Equal((first.Name, first.Id), (undone.Name, undone.Item!.Id));
        Assert.Equal(first.Id, desk.Next("Li", 1)[0].Id);
        Assert.Equal(ReaderWord.Good, desk.Item("Mo", first.Id)!.Said);
        Assert.Null(desk.Undo("Li"));
        Assert.Equal(4, File.ReadAllLines(_bench.InCase(ReviewLog.FileName)).Length);
    }

    [Fact]
    public void Items_on_which_two_readers_differ_come_first_to_a_third_and_to_none_of_the_two()
    {
        _bench.Begin();
        using var desk = _bench.Review();
        var last = desk.Next("Li", 10)[^1];
        desk.Answer("Li", [new ReviewWord(last.Id, ReaderWord.Good)]);
        desk.Answer("Mo", [new ReviewWord(last.Id, ReaderWord.Defective)]);
        Assert.Equal(last.Id, desk.Next("No", 1)[0].Id);
        Assert.DoesNotContain(desk.Next("Mo", 10), item => item.Id == last.Id);
        Assert.Equal(ReviewReason.ThirdLook, Assert.Single(desk.Answer("No", [new ReviewWord(last.Id, ReaderWord.Good)])).Reason);
        Assert.NotEqual(last.Id, desk.Next("Po", 1)[0].Id);
    }

    [Theory]
    [InlineData("9-9", null, 0.1)]
    [InlineData("1-2", "0000000000000000000000000000000000000000000000000000000000000000", 0.1)]
    [InlineData("1-2", "own", 0.95)]
    public void A_wrong_word_is_refused_and_none_of_those_beside_it_is_taken(string item, string? photo, double x)
    {
        _bench.Begin();
        using var desk = _bench.Review();
        var own = desk.Item("Li", "1-2")!.Photos[0].Id;
        Assert.Throws<ReviewException>(() => desk.Answer("Li",
        [
            new ReviewWord("1-1", ReaderWord.Good),
            new ReviewWord(item, ReaderWord.Defective) { Photo = photo == "own" ? own : photo, Region = photo is null ? null : new PhotoRegion(x, 0, 0.1, 0.1) },
        ]));
        Assert.Throws<ReviewException>(() => desk.Answer(" ", [new ReviewWord("1-1", ReaderWord.Good)]));
        Assert.Equal(4, desk.Next("Li", 10).Count);
        Assert.Single(File.ReadAllLines(_bench.InCase(ReviewLog.FileName)));
    }

    // Pages do not wait for it: how the lots stood before is shown until then, and said to be behind.
    [Fact]
    public void How_the_lots_stand_follows_every_answer_and_every_one_that_is_taken_back()
    {
        _bench.Begin();
        using var desk = _bench.Review();
        Assert.False(desk.Standing("Li").IsBehind);
        desk.Answer("Li", [new ReviewWord("1-2", ReaderWord.Defective)]);
        Assert.Equal(1, Settled(desk).Lots[0].Judged.Tally.Review!.Confirmed);
        desk.Undo("Li");
        Assert.Equal(0, Settled(desk).Lots[0].Judged.Tally.Review?.Confirmed ?? 0);
    }

    [Fact]
    public void Two_runs_do_not_review_one_case_and_the_next_goes_on_where_the_last_ended()
    {
        _bench.Begin();
        using (var desk = _bench.Review())
        {
            Assert.Contains("another run reviews this case", Assert.Throws<ReviewBusyException>(() => _bench.Review().Dispose()).Message, StringComparison.Ordinal);
            desk.Answer("Li", [new ReviewWord("1-1", ReaderWord.Good)]);
        }

        using var again = _bench.Review(seed: 99);
        Assert.Equal(3, again.Next("Li", 10).Count);
        Assert.NotEqual(99UL, again.Protocol.Seed);
        Assert.Contains(_bench.Said, said => said.StartsWith("the review has begun with the seed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_torn_last_line_was_told_to_nobody_and_is_cut_off()
    {
        _bench.Begin();
        Answer(("1-1", ReaderWord.Good));
        var whole = File.ReadAllBytes(_bench.InCase(ReviewLog.FileName));
        File.AppendAllText(_bench.InCase(ReviewLog.FileName), "{\"number\":2,\"time\":\"2026");
        using (var desk = _bench.Review())
        {
            Assert.Equal(3, desk.Next("Li", 10).Count);
        }

        Assert.Equal(whole, File.ReadAllBytes(_bench.InCase(ReviewLog.FileName)));
    }

    // A word changed, a line taken out, two exchanged, one put in, the first line changed.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_log_that_was_changed_is_not_believed(int how)
    {
        _bench.Begin();
        Answer(("1-1", ReaderWord.Good), ("1-2", ReaderWord.Good), ("1-3", ReaderWord.Good));
        var path = _bench.InCase(ReviewLog.FileName);
        var lines = File.ReadAllLines(path).ToList();
        switch (how)
        {
            case 0: lines[2] = lines[2].Replace("\"good\"", "\"defective\"", StringComparison.Ordinal); break;
            case 1: lines.RemoveAt(2); break;
            case 2: (lines[1], lines[2]) = (lines[2], lines[1]); break;
            case 3: lines.Insert(2, lines[1]); break;
            default: lines[0] = lines[0].Replace("\"seed\":", "\"seed\":1", StringComparison.Ordinal); break;
        }

        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        Assert.Contains("It was changed after it was written", Assert.Throws<CaseException>(() => _bench.Claim()).Message, StringComparison.Ordinal);
        Assert.Throws<CaseException>(() => _bench.Review().Dispose());
    }

    [Fact]
    public void A_claim_after_a_review_says_what_a_claim_after_a_list_says()
    {
        _bench.Begin();
        Assert.Equal(Verdict.Hold, _bench.Open().Record.Verdict);
        Answer(("1-2", ReaderWord.Defective), ("1-3", ReaderWord.Good));
        _bench.Claim();
        var reviewed = _bench.Open().Record;
        Assert.Equal(Verdict.Reject, reviewed.Verdict);
        Assert.Equal(2, reviewed.Reviews!.Answers);
        Assert.Contains(_bench.Said, said => said == "reviews.jsonl: 2 answers of readers; the outputs are written again with them");
        Assert.Contains(Directory.GetFiles(_bench.InCase("claim"), "*.html"), letter => File.ReadAllText(letter).Contains("12.50", StringComparison.Ordinal));

        _bench.Put("shipment/confirmed.csv", "lot,item,confirmed,reader,time\nA,2,yes,Li,2026-11-24T08:00:00Z\nA,3,no,Li,2026-11-24T08:00:00Z\n");
        var listed = _bench.Begin(folder: "listed", at: Bench.Tuesday).Record;
        Assert.Equal(listed.AsOf, reviewed.AsOf);
        Assert.Equal(Said(listed), Said(reviewed));
    }

    [Fact]
    public void A_packet_holds_the_log_of_the_review_and_a_changed_log_is_found()
    {
        _bench.Begin();
        Answer(("1-2", ReaderWord.Defective), ("1-3", ReaderWord.Good));
        _bench.Pack();
        Assert.Equal(File.ReadAllBytes(_bench.InCase(ReviewLog.FileName)), File.ReadAllBytes(_bench.InCase("packet/reviews.jsonl")));
        Assert.False(File.Exists(_bench.InCase("packet/confirmed.csv")));
        Assert.True(Check().Holds);
        File.AppendAllText(_bench.InCase("packet/reviews.jsonl"), "\n");
        Assert.False(Check().Holds);

        PacketFindings Check() => PacketCheck.Of(_bench.InCase("packet"), new CheckOptions(), CancellationToken.None);
    }

    // The log says of itself what it is; the outputs name the digest of just these bytes.
    [Fact]
    public void The_outputs_name_the_log_and_a_line_torn_in_writing_is_no_part_of_it()
    {
        _bench.Begin();
        Answer(("1-2", ReaderWord.Defective));
        var whole = StoredJson.Sha256OfFile(_bench.InCase(ReviewLog.FileName));
        File.AppendAllText(_bench.InCase(ReviewLog.FileName), "{\"number\":2,");
        _bench.Pack();
        Assert.Equal(whole, _bench.Open().Record.Reviews!.Sha256);
        Assert.Equal(whole, StoredJson.Sha256OfFile(_bench.InCase("packet/reviews.jsonl")));
        Assert.Contains(whole, File.ReadAllText(_bench.InCase("summary.json")), StringComparison.Ordinal);
        Assert.Contains(whole, File.ReadAllText(_bench.InCase("report.html")), StringComparison.Ordinal);
    }

    // What is judged again by the same evidence is what was judged.
    [Fact]
    public void A_record_judged_again_has_the_same_bytes()
    {
        _bench.Put("shipment/confirmed.csv", Bench.Confirmed);
        _bench.Put("shipment/measurements.csv", "lot,item,point,lower,upper,unit,value,date\nA,3,length,,10,mm,11,2026-11-20\n");
        _bench.Put("shipment/A/5_front.jpg", Photos.Good(1));
        var record = _bench.Begin().Record;
        Assert.Equal(Bytes(record), Bytes(Reviewed.By(record, null)));
        Assert.Equal(Bytes(record), Bytes(Reviewed.By(RecordFile.Read(Bytes(record)), null)));
    }

    [Fact]
    public void Answers_survive_another_inspection_and_those_on_goods_that_are_gone_are_named()
    {
        _bench.Begin();
        Answer(("1-2", ReaderWord.Defective), ("1-4", ReaderWord.Good));
        File.Delete(_bench.At("shipment/A/4_front.jpg"));
        var record = _bench.Inspect(at: Bench.Wednesday).Record;
        Assert.Equal(["2"], record.Lots[0].Lot.Items.Where(item => item.IsConfirmed).Select(item => item.Name));
        Assert.Equal(["A: 4"], record.Reviews!.NotFound);
        _bench.Claim();
        Assert.DoesNotContain(_bench.Said, said => said.StartsWith(ReviewLog.FileName, StringComparison.Ordinal));
        using var desk = _bench.Review();
        Assert.Equal(new ReviewUndone("4", null), desk.Undo("Li"));
    }

    [Fact]
    public void A_review_that_is_taken_away_is_taken_out_of_the_outputs()
    {
        _bench.Begin();
        var before = Bench.Files(_bench.Case);
        Answer(("1-2", ReaderWord.Defective));
        _bench.Report();
        Assert.NotNull(_bench.Open().Record.Reviews);
        File.Delete(_bench.InCase(ReviewLog.FileName));
        _bench.Report();
        Assert.Null(_bench.Open().Record.Reviews);
        Assert.DoesNotContain(_bench.ChangedSince(before), name => !name.StartsWith("pictures/", StringComparison.Ordinal));
    }

    [Fact]
    public void Items_that_may_be_one_are_asked_about_once_and_the_answer_counts()
    {
        _bench.Put("shipment/A/5_front.jpg", Photos.Good(1));
        Assert.True(_bench.Begin().Record.Lots[0].Lot.Items.Single(item => item.Name == "5").IsSuspectedDuplicate);
        using (var desk = _bench.Review())
        {
            var pair = Assert.Single(desk.Twins("Li"));
            Assert.Equal(("1", "5"), (pair.First.Name, pair.Second.Name));
            desk.Decide("Li", pair.Id, areDifferent: true);
            Assert.Empty(desk.Twins("Li"));
            Assert.Throws<ReviewException>(() => desk.Decide("Li", "1-1_1-2", areDifferent: true));
        }

        _bench.Report();
        Assert.False(_bench.Open().Record.Lots[0].Lot.Items.Single(item => item.Name == "5").IsSuspectedDuplicate);
    }

    [Fact]
    public void The_standing_says_what_the_outputs_will_say_and_how_readers_agree_only_at_the_end()
    {
        _bench.Begin();
        using var desk = _bench.Review();
        desk.Answer("Mo", [.. desk.Next("Mo", 10).Select(item => new ReviewWord(item.Id, item.Name == "2" ? ReaderWord.Defective : ReaderWord.Good) { Seconds = 2 })]);
        var half = desk.Standing("Li");
        Assert.Equal((4, 0, 0), (half.Left, half.More, half.Answered));
        Assert.Empty(half.Pairs);
        desk.Answer("Li", [.. desk.Next("Li", 10).Select((item, number) => new ReviewWord(item.Id, ReaderWord.Good) { Seconds = number })]);
        var end = Settled(desk);
        Assert.Equal((0, 4, 2.0), (end.Left, end.Answered, end.SecondsEach!.Value));
        Assert.Equal(new Statistics.Tally(3, 4), Assert.Single(end.Pairs).Agreement.Same);
        var lot = Assert.Single(end.Lots);
        Assert.Equal((4, 4), (lot.ToRead, lot.Read));
        Assert.Equal(Verdict.Hold, lot.Judged.Verdict);
        Assert.True(lot.Verified.IsAuditRead);
        Assert.Equal(0, lot.Verified.MissedAtMost);
    }

    private static ReviewStanding Settled(ReviewDesk desk)
    {
        while (true)
        {
            if (desk.Standing("Li") is { IsBehind: false } standing)
            {
                return standing;
            }
        }
    }

    private void Answer(params (string Item, ReaderWord Word)[] answers)
    {
        using var desk = _bench.Review();
        desk.Answer("Li", [.. answers.Select(answer => new ReviewWord(answer.Item, answer.Word))]);
    }

    private static byte[] Bytes(InspectionRecord record)
    {
        using var stream = new MemoryStream();
        RecordFile.Write(record, stream);
        return stream.ToArray();
    }

    // Everything of the lots but where an answer was written down.
    private static string Said(InspectionRecord record) => string.Join('\n', record.Lots.Select(judged => string.Join('\n',
    [
        $"{judged.Verdict} {judged.Tally} {judged.Failed} {judged.Claim?.AtLeast} {judged.Claim?.Claimed} {judged.Claim?.Amount} {judged.Claim?.Review}",
        .. judged.Reasons.Concat(judged.Remarks).Select(FormattableString.Invariant),
        .. judged.Lot.Items.Select(item => $"{item.Name} {item.Standing} {item.DefectClass} {item.Severity} {item.Review?.Answer} {item.IsSuspectedDuplicate}"),
    ])));
}
