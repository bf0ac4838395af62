using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>Rules: the exit codes of the workflow contract, documented and never reused, each with an error that says what is to be mended.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Every_lot_accepted_is_0()
    {
        _desk.PutLot("a");
        _desk.PutLot("b");
        (await _desk.Inspect()).Gave(0);
    }

    [Fact]
    public async Task A_rejected_lot_is_1_whatever_stands_beside_it()
    {
        _desk.PutLot("a");
        _desk.PutLot("b", stained: true);
        _desk.PutLot("held", sizeKnown: false);
        (await _desk.Inspect()).Gave(1);
    }

    [Fact]
    public async Task A_held_lot_is_2()
    {
        _desk.PutLot("a");
        _desk.PutLot("held", sizeKnown: false);
        (await _desk.Inspect()).Gave(2);
    }

    [Theory]
    [InlineData("1000000", 71)]
    [InlineData("8000000", 0)]
    public async Task Less_than_64_MiB_for_objects_are_71(string hexadecimal, int exitCode)
    {
        _desk.PutLot("a");
        var limit = new Dictionary<string, string?> { ["DOTNET_GCHeapHardLimit"] = hexadecimal };
        (await Command.Run(_desk.Root, ["inspect", "shipment", "--model", Desk.Model, "--out", "out"], limit)).Gave(exitCode);
    }

    // The runtime keeps every assembly open, and aborts where it may not.
    [SkippableTheory]
    [InlineData("40", 71)]
    [InlineData("255", 71)]
    [InlineData("256", 0)]
    public async Task Fewer_than_256_open_files_are_71(string files, int exitCode)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists("/usr/bin/prlimit"), "needs prlimit");
        _desk.PutLot("a");
        var answer = (await Command.Run(_desk.Root, ["inspect", "shipment", "--model", Desk.Model, "--out", "out"], null, "prlimit", $"--nofile={files}:{files}")).Gave(exitCode);
        Assert.Equal(exitCode == 71, answer.Error.Contains("ulimit -n 256", StringComparison.Ordinal));
    }

    // The parts of an array job are one run: the shipment's verdict, and 3 until all are there.
    [Fact]
    public async Task Parts_give_the_verdict_when_all_are_merged_and_3_before()
    {
        _desk.PutLot("a");
        string[] part = ["inspect", "shipment", "--model", Desk.Model, "--out", "out", "--shard", "auto"];
        (await Command.Run(_desk.Root, part, new Dictionary<string, string?> { ["SLURM_ARRAY_TASK_ID"] = "1", ["DEFECTVISION_SHARDS"] = "2" })).Gave(0);
        (await Command.Run(_desk.Root, ["merge", "out"])).Gave(3);
        (await Command.Run(_desk.Root, part, new Dictionary<string, string?> { ["SLURM_ARRAY_TASK_ID"] = "0", ["DEFECTVISION_SHARDS"] = "2" })).Gave(0);
        (await Command.Run(_desk.Root, ["merge", "out"])).Gave(0);
        (await Command.Run(_desk.Root, ["merge", "nowhere"])).Gave(66);
    }

    [SkippableTheory]
    [InlineData("2147483648", 71)]
    [InlineData("4294967295", 71)]
    [InlineData("8589934592", 0)]
    public async Task Fewer_than_4_GiB_of_addresses_are_71(string bytes, int exitCode)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists("/usr/bin/prlimit"), "needs prlimit");
        _desk.PutLot("a");
        var answer = (await Command.Run(_desk.Root, ["inspect", "shipment", "--model", Desk.Model, "--out", "out"], null, "prlimit", $"--as={bytes}:{bytes}")).Gave(exitCode);
        Assert.Equal(exitCode == 71, answer.Error.Contains("ulimit -v", StringComparison.Ordinal));
        (await Command.Run(_desk.Root, ["--help"], null, "prlimit", "--as=4294967296:4294967296")).Gave(0);
    }

    [Theory]
    [InlineData("inspect")]
    [InlineData("inspect shipment other")]
    [InlineData("inspect shipment --no-such-option")]
    [InlineData("inspect shipment --workers 0")]
    [InlineData("inspect shipment --workers many")]
    [InlineData("inspect shipment --workers 1,5")]
    [InlineData("inspect shipment --lot-level 3")]
    [InlineData("inspect shipment --format xml")]
    [InlineData("inspect shipment --item-pattern (")]
    [InlineData("inspect shipment --as-of yesterday")]
    [InlineData("inspect shipment --max-pixels 0")]
    [InlineData("inspect shipment --shard 9/8")]
    [InlineData("inspect shipment --shard auto")]
    [InlineData("inspect shipment --shard 1/2 --history h.db")]
    [InlineData("merge")]
    [InlineData("train shipment")]
    [InlineData("train shipment --out m.onnx --false-alarms 1.5")]
    [InlineData("train shipment --out m.onnx --false-alarms few")]
    [InlineData("train shipment --out m.onnx --views 0")]
    [InlineData("train shipment --out m.onnx --views 33")]
    [InlineData("train shipment --out m.onnx --views 2 --costs 50,1")]
    [InlineData("train shipment --out m.onnx --working-area 10")]
    [InlineData("train shipment --out m.onnx --working-area large")]
    [InlineData("model")]
    [InlineData("model evaluate tiny.onnx")]
    [InlineData("model evaluate tiny.onnx shipment --item-pattern (")]
    [InlineData("model show")]
    [InlineData("model compare tiny.onnx tiny.onnx")]
    [InlineData("model rollback")]
    [InlineData("no-such-command")]
    [InlineData("")]
    public async Task Wrong_usage_is_64_and_points_to_the_help(string words)
    {
        _desk.PutLot("a");
        var answer = (await _desk.Run(words.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Gave(64);
        Assert.StartsWith("error: ", answer.Error, StringComparison.Ordinal);
        Assert.Contains("--help", answer.Error, StringComparison.Ordinal);
        Assert.Empty(answer.Out);
    }

    // A second run would find the outputs of the first among the photos, and no run could be repeated.
    [Fact]
    public async Task Outputs_into_the_shipments_own_folder_are_64()
    {
        _desk.PutLot("a");
        var answer = (await _desk.Inspect("--out", "shipment/../shipment/")).Gave(64);
        Assert.Contains("--out", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("inspect --help")]
    [InlineData("train --help")]
    [InlineData("model compare --help")]
    public async Task Asking_for_help_is_0_and_answers_on_stdout(string words)
    {
        var answer = (await _desk.Run(words.Split(' '))).Gave(0);
        Assert.Contains("Usage:", answer.Out, StringComparison.Ordinal);
        Assert.Empty(answer.Error);
    }

    // A folder in place of a file cannot be read by anybody, whoever runs the tests.
    [Fact]
    public async Task An_input_that_cannot_be_read_is_66_and_a_model_69()
    {
        _desk.PutLot("a");
        Directory.CreateDirectory(_desk.At("folder"));
        Assert.StartsWith("error: ", (await _desk.Inspect("--confirmed", "folder")).Gave(66).Error, StringComparison.Ordinal);
        Assert.StartsWith("error: ", (await _desk.Inspect("--agreement", "folder")).Gave(66).Error, StringComparison.Ordinal);
        Assert.Contains("found a folder, wanted a file", (await _desk.Run("model", "show", "folder")).Gave(69).Error, StringComparison.Ordinal);
    }

    // A supplier's list, an agreement: no year may take the arithmetic of days out of the calendar.
    [Theory]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    public async Task An_answer_of_an_impossible_year_is_65_with_its_line(string time)
    {
        _desk.PutLot("a");
        _desk.Put("shipment/confirmed.csv", $"lot,item,confirmed,reader,time\na,1,yes,R,{time}\n");
        Assert.Contains("confirmed.csv", (await _desk.Inspect()).Gave(65).Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_log_that_cannot_be_written_changes_neither_the_answer_nor_the_exit_code()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs /dev/full");
        _desk.PutLot("a");
        var heard = (await _desk.Inspect("--out", "heard", "--format", "json")).Gave(0);
        var unheard = await Command.Run(_desk.Root, ["inspect", "shipment", "--model", Desk.Model, "--out", "unheard", "--format", "json", "--as-of", heard.Json.GetProperty("as_of").GetString()!], null, "sh", "-c", "exec \"$@\" 2>/dev/full", "sh");
        Assert.Equal(heard.Json.GetProperty("lots").ToString(), unheard.Gave(0).Json.GetProperty("lots").ToString());
    }

    // What a link leads to may be nobody's business.
    [SkippableFact]
    public async Task A_link_in_a_shipment_is_taken_for_no_list()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs links");
        _desk.PutLot("a");
        _desk.Put("elsewhere.txt", "a secret line\n");
        File.CreateSymbolicLink(_desk.At("shipment/confirmed.csv"), _desk.At("elsewhere.txt"));
        var answer = await _desk.Inspect();
        Assert.DoesNotContain("secret", answer.Error + answer.Out, StringComparison.Ordinal);
        Assert.NotEqual(65, answer.ExitCode);
    }

    [Fact]
    public async Task A_broken_agreement_is_65_with_line_and_column()
    {
        _desk.PutLot("a");
        _desk.Put("shipment/agreement.yaml", "buyer: B\naql:\n  major: 2.0\n");
        Assert.StartsWith("error: agreement.yaml(3,10): found aql.major '2.0', wanted ", (await _desk.Inspect()).Gave(65).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_manifest_is_65_with_its_line()
    {
        _desk.PutLot("a");
        _desk.Put("shipment/photos.csv", "path,lot\n../outside.jpg,a\n");
        Assert.StartsWith("error: photos.csv(2, path): found the path", (await _desk.Inspect()).Gave(65).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shipment_without_a_readable_photo_is_65_and_still_lists_every_file()
    {
        _desk.Put("shipment/a/1_front.jpg", "not a photo");
        var answer = (await _desk.Inspect()).Gave(65);
        Assert.Contains("no photo that could be read", answer.Error, StringComparison.Ordinal);
        Assert.Contains("1_front.jpg", File.ReadAllText(_desk.At("inspections/shipment/results.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_shipment_is_65()
    {
        Directory.CreateDirectory(_desk.At("shipment"));
        (await _desk.Inspect()).Gave(65);
    }

    [Fact]
    public async Task A_set_to_learn_from_without_good_photos_is_65()
    {
        _desk.Put("set/hole/1.jpg", Photos.Hole(1));
        Assert.Contains("good", (await _desk.Run("train", "set", "--out", "m.onnx")).Gave(65).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_model_that_is_named_replaces_the_first_and_is_named()
    {
        _desk.PutLot("a");
        (await _desk.Inspect()).Gave(0);
        TinyModel.Write(_desk.At(Desk.Model), TinyModel.Contract with { Name = "other" });
        Assert.Contains("replaced: the model other", (await _desk.Inspect()).Gave(0).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inspect nowhere --model tiny.onnx", "nowhere")]
    [InlineData("inspect shipment --model nowhere.onnx", "nowhere.onnx")]
    [InlineData("inspect shipment --model tiny.onnx --agreement nowhere.yaml", "nowhere.yaml")]
    [InlineData("inspect shipment --model tiny.onnx --manifest nowhere.csv", "nowhere.csv")]
    [InlineData("train nowhere --out m.onnx", "nowhere")]
    [InlineData("model evaluate nowhere.onnx shipment", "nowhere.onnx")]
    [InlineData("model evaluate tiny.onnx nowhere", "nowhere")]
    [InlineData("model show nowhere.onnx", "nowhere.onnx")]
    [InlineData("model compare tiny.onnx nowhere.onnx shipment", "nowhere.onnx")]
    [InlineData("model compare tiny.onnx tiny.onnx nowhere", "nowhere")]
    [InlineData("model rollback nowhere.onnx", "nowhere.onnx")]
    public async Task An_input_that_is_not_there_is_66_and_named(string words, string named)
    {
        _desk.PutLot("a");
        Assert.Contains(named, (await _desk.Run(words.Split(' '))).Gave(66).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_69()
    {
        _desk.PutLot("a");
        _desk.Put(Desk.Model, "not a model");
        Assert.Contains("tiny.onnx", (await _desk.Inspect()).Gave(69).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_fails_its_self_test_is_69()
    {
        _desk.PutLot("a");
        var model = File.ReadAllBytes(_desk.At(Desk.Model));
        var weight = model.AsSpan().IndexOf(BitConverter.GetBytes(TinyModel.Weight));
        model[weight + 3] ^= 0x80;
        _desk.Put(Desk.Model, model);
        Assert.Contains("self-test", (await _desk.Inspect()).Gave(69).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("taken")]
    [InlineData("taken/deeper")]
    [InlineData("taken/deeper/still")]
    public async Task Outputs_that_cannot_be_written_are_74(string output)
    {
        _desk.PutLot("a");
        _desk.Put("taken", "a file where a folder should be");
        (await _desk.Inspect("--out", output)).Gave(74);
    }

    [SkippableTheory]
    [InlineData("report.html.part")]
    [InlineData("journal.jsonl")]
    public async Task A_full_disk_is_74_and_the_next_run_goes_on(string full)
    {
        Skip.IfNot(File.Exists("/dev/full"), "needs a device that is always full");
        _desk.PutLot("a");
        Directory.CreateDirectory(_desk.At("out"));
        File.CreateSymbolicLink(_desk.At($"out/{full}"), "/dev/full");
        (await _desk.Inspect("--out", "out")).Gave(74);
        File.Delete(_desk.At($"out/{full}"));
        (await _desk.Inspect("--out", "out")).Gave(0);
    }

    [Fact]
    public async Task An_inspection_that_another_run_is_writing_is_75()
    {
        _desk.PutLot("a");
        Directory.CreateDirectory(_desk.At("out"));
        using (new FileStream(_desk.At("out/journal.jsonl"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Contains("another run", (await _desk.Inspect("--out", "out")).Gave(75).Error, StringComparison.Ordinal);
        }

        (await _desk.Inspect("--out", "out")).Gave(0);
    }

    [Fact]
    public async Task An_error_is_one_line_without_a_stack_trace()
    {
        var answer = (await _desk.Run("inspect", "nowhere")).Gave(66);
        Assert.Single(answer.Error.TrimEnd().Split('\n'));
    }
}
