using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Sharding;
using DefectVision.Statistics;

namespace DefectVision.Cases.Tests;

/// <summary>
/// Rules: the parts of a shipment, in any number and order, done once or twice, make the outputs of one run, byte for byte; parts that are not all of one inspection make
/// none, and what is wrong is named.
/// </summary>
public sealed class MergeTests : IDisposable
{
    private readonly Bench _bench = new();

    public MergeTests()
    {
        _bench.Put("shipment/A/5_front.jpg", File.ReadAllBytes(_bench.At("shipment/A/1_front.jpg")));
        _bench.Put("shipment/A/notes.txt", "taken on Monday");
        _bench.Put("shipment/outside.jpg", "no photo");
    }

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(7, 4)]
    public void Parts_in_any_order_are_one_run_byte_for_byte(int count, ulong seed)
    {
        var one = One();
        var order = Enumerable.Range(1, count).ToArray();
        new PinnedGenerator(seed, 0).Shuffle<int>(order);
        foreach (var number in order)
        {
            _bench.Part(new Shard(number, count), at: Bench.Monday.AddSeconds(number - 1));
        }

        var merged = _bench.Merge();
        Assert.Equal(one.Record.Verdict, merged.Record.Verdict);
        Same();

        // Once more, after a part was done again: nothing changes.
        _bench.Part(new Shard(1, count));
        _bench.Merge();
        Same();
    }

    [Fact]
    public async Task A_part_that_was_broken_off_is_not_whole_until_it_was_run_again()
    {
        One();
        _bench.Part(new Shard(1, 2));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => _bench.Part(new Shard(2, 2), progress: new StopAt(1, stop), cancel: stop.Token)));
        Refused("has not been finished");
        _bench.Part(new Shard(2, 2), at: Bench.Tuesday);
        _bench.Merge();
        Same();
    }

    [Fact]
    public void A_part_that_is_missing_or_given_twice_is_named()
    {
        Two();
        Assert.Contains("part-2-of-2", Assert.Throws<PartsException>(() => _bench.Merge("part-1-of-2")).Message, StringComparison.Ordinal);
        Assert.Contains("given 2 times", Assert.Throws<PartsException>(() => _bench.Merge("part-1-of-2", "part-2-of-2", "part-2-of-2")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_different_numbers_are_not_one_inspection()
    {
        Two();
        _bench.Part(new Shard(1, 3));
        Refused("parts: found");
    }

    [Fact]
    public void A_part_with_another_model_agreement_or_limit_is_named()
    {
        Two();
        _bench.Part(new Shard(2, 2), request => request with { Settings = request.Settings with { MaxPixels = 1000 }, Fresh = true });
        Refused("part-2-of-2: it is of another inspection than part-1-of-2");
        Directory.Delete(_bench.Case, recursive: true);
        Two();
        File.AppendAllText(_bench.At("shipment/agreement.yaml"), "\nreference: R-1\n");
        _bench.Part(new Shard(2, 2));
        Refused("part-2-of-2: it is of another inspection than part-1-of-2");
        _bench.Part(new Shard(1, 2));
        _bench.Merge();
        File.AppendAllText(_bench.At("shipment/agreement.yaml"), "\n# changed\n");
        Refused("are not those that the parts were scored with");
    }

    [Fact]
    public void A_file_that_came_went_or_changed_since_is_named()
    {
        Two();
        _bench.Put("shipment/A/6_front.jpg", File.ReadAllBytes(_bench.At("shipment/A/1_front.jpg")));
        Refused("in no part: A/6_front.jpg");
        File.Delete(_bench.At("shipment/A/6_front.jpg"));
        File.Move(_bench.At("shipment/A/4_front.jpg"), _bench.At("4.jpg"));
        Refused("no longer there: A/4_front.jpg");
        File.Move(_bench.At("4.jpg"), _bench.At("shipment/A/4_front.jpg"));
        File.AppendAllText(_bench.At("shipment/A/2_front.jpg"), "more");
        Refused("of another size: A/2_front.jpg");
    }

    /// <summary>Another build would read every photo again, which no merge does.</summary>
    [Fact]
    public void Parts_of_another_build_of_the_program_are_refused_by_its_name()
    {
        Two();
        foreach (var part in (string[])["part-1-of-2/part.json", "part-2-of-2/part.json"])
        {
            File.WriteAllText(_bench.InCase(part), System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(_bench.InCase(part)), "build [0-9a-f]+", "build 000000000000"));
        }

        Refused("part-1-of-2: it was made by DefectVision");
    }

    /// <summary>ONNX Runtime promises the same bits on one kind of processor alone.</summary>
    [Fact]
    public void Parts_of_unlike_processors_are_joined_and_the_difference_is_named()
    {
        Two();
        _bench.Merge();
        Assert.DoesNotContain(_bench.Said, line => line.Contains("unlike processors", StringComparison.Ordinal));
        var part = _bench.InCase("part-2-of-2/part.json");
        File.WriteAllText(part, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(part), "\"processor\": \"[^\"]+\"", "\"processor\": \"Arm64: ASIMD\""));
        _bench.Merge();
        Assert.Contains(_bench.Said, line => line.Contains("unlike processors (Arm64: ASIMD: 2/2; ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_came_between_two_parts_is_found()
    {
        _bench.Part(new Shard(1, 2));
        _bench.Put("shipment/A/6_front.jpg", File.ReadAllBytes(_bench.At("shipment/A/1_front.jpg")));
        _bench.Part(new Shard(2, 2));
        Refused("files of the shipment: found 9, wanted 8");
    }

    [Fact]
    public void A_journal_that_the_part_did_not_write_is_named()
    {
        Two();
        File.AppendAllText(_bench.InCase("part-1-of-2/journal.jsonl"), "{}\n");
        Refused("part-1-of-2: journal.jsonl is not as the part wrote it");
    }

    [Fact]
    public void The_folder_of_a_whole_case_is_no_part()
    {
        One();
        Assert.Contains("found no part", Assert.Throws<PartsException>(() => Casework.Merge(new([_bench.At("one")], null), new CaseContext(TimeProvider.System, _ => { }, null, CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_merge_that_is_refused_leaves_the_case_that_was_there()
    {
        Two();
        _bench.Merge();
        var before = Bench.Files(_bench.Case);
        _bench.Put("shipment/A/6_front.jpg", File.ReadAllBytes(_bench.At("shipment/A/1_front.jpg")));
        Refused("in no part: A/6_front.jpg");
        Assert.Empty(_bench.ChangedSince(before));
        File.Delete(_bench.At("shipment/A/6_front.jpg"));
        File.AppendAllText(_bench.At("shipment/agreement.yaml"), "\n# changed\n");
        Refused("are not those that the parts were scored with");
        Assert.Empty(_bench.ChangedSince(before));
        _bench.Open();
    }

    // Named for the parts and not again for the merge.
    [Fact]
    public void Lists_that_were_given_to_the_parts_are_the_case_s()
    {
        var confirmed = _bench.Put("office/confirmed.csv", Bench.Confirmed);
        foreach (var number in new[] { 1, 2 })
        {
            _bench.Part(new Shard(number, 2), request => request with { Lists = Bench.Named((ListKind.Confirmed, confirmed)) });
        }

        Assert.NotNull(_bench.Merge().Record.Confirmed);
    }

    private Inspecting.InspectAnswer One() => _bench.Begin(folder: "one");

    private void Two()
    {
        _bench.Part(new Shard(1, 2));
        _bench.Part(new Shard(2, 2));
    }

    private void Refused(string says) => Assert.Contains(says, Assert.Throws<PartsException>(() => _bench.Merge()).Message, StringComparison.Ordinal);

    private void Same()
    {
        var (one, merged) = (Bench.Files(_bench.At("one")), Bench.Files(_bench.Case));
        var names = merged.Keys.Where(name => !name.StartsWith("part-", StringComparison.Ordinal)).ToList();
        Assert.Equal(one.Keys, names);
        Assert.All(names.Where(name => name != "journal.jsonl"), name => Assert.True(one[name].AsSpan().SequenceEqual(merged[name]), name));
    }
}
