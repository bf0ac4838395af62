using DefectVision.Inspection;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Sharding;

namespace DefectVision.Pipeline.Tests.Sharding;

/// <summary>
/// Rules: every file is of one part, an item is never split, another file moves none; the part is told as k/n or by the variables of a scheduler's array: Slurm (sbatch(1),
/// "Job array support"), AWS Batch ("Array jobs") and Kubernetes ("Indexed Job").
/// </summary>
public sealed class ShardTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public void Every_file_is_of_one_part_and_an_item_is_never_split(int count)
    {
        var shards = Enumerable.Range(1, count).Select(number => new Shard(number, count)).ToList();
        var files = (from lot in Enumerable.Range(1, 5) from item in Enumerable.Range(1, 100) from view in new[] { "front", "back" } select File($"L{lot}/{item}_{view}.jpg", new PhotoPlace($"L{lot}", $"{item}", view)))
            .Concat(Enumerable.Range(1, 50).Select(number => File($"other/{number}.txt", null))).ToList();
        Assert.All(files, file => Assert.Single(shards, shard => shard.Takes(file)));
        Assert.All(files.Where(file => file.Place is not null).GroupBy(file => (file.Place!.Lot, file.Place.Item)), item => Assert.Single(shards, shard => item.Any(shard.Takes)));
    }

    // Dealt by a hash, 1,000 items in four parts are 250 each give or take: 180 is five standard deviations below (binomial).
    [Fact]
    public void Parts_are_about_equal()
    {
        var files = Enumerable.Range(1, 1000).Select(item => File($"L/{item}.jpg", new PhotoPlace("L", $"{item}", ""))).ToList();
        Assert.All(Enumerable.Range(1, 4), number => Assert.InRange(files.Count(new Shard(number, 4).Takes), 180, 320));
    }

    // The parts of a released build are known to other machines: what is dealt may never change.
    [Fact]
    public void What_is_dealt_is_the_first_eight_bytes_of_a_SHA_256_of_lot_and_item()
    {
        // python3: int.from_bytes(hashlib.sha256(b"LOT-A\n017").digest()[:8], "big") % 8 + 1
        Assert.Equal(6, Enumerable.Range(1, 8).Single(number => new Shard(number, 8).Takes(File("LOT-A/017_front.jpg", new PhotoPlace("LOT-A", "017", "front")))));
    }

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("8/8", 8, 8)]
    [InlineData("3/100000", 3, 100_000)]
    public void K_of_n_is_read(string text, int number, int count) => Assert.Equal(new Shard(number, count), Shard.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("0/8")]
    [InlineData("9/8")]
    [InlineData("1/0")]
    [InlineData("1/100001")]
    [InlineData("-1/8")]
    [InlineData("1/8/2")]
    [InlineData("1,5/8")]
    [InlineData("one/two")]
    public void What_is_no_part_is_refused(string text) => Assert.Contains("wanted k/n", Assert.Throws<FormatException>(() => Shard.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_STEP=1 SLURM_ARRAY_TASK_COUNT=4", 1, 4)]
    [InlineData("SLURM_ARRAY_TASK_ID=4 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_STEP=1 SLURM_ARRAY_TASK_COUNT=4", 4, 4)]
    [InlineData("SLURM_ARRAY_TASK_ID=20 SLURM_ARRAY_TASK_MIN=10 SLURM_ARRAY_TASK_STEP=5 SLURM_ARRAY_TASK_COUNT=3", 3, 3)]
    [InlineData("SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_STEP=1 SLURM_ARRAY_TASK_COUNT=1 DEFECTVISION_SHARDS=8", 4, 8)]
    [InlineData("AWS_BATCH_JOB_ARRAY_INDEX=7 AWS_BATCH_JOB_ARRAY_SIZE=8", 8, 8)]
    [InlineData("JOB_COMPLETION_INDEX=2 DEFECTVISION_SHARDS=4", 3, 4)]
    public void A_scheduler_tells_the_part(string variables, int number, int count) => Assert.Equal(new Shard(number, count), Shard.FromEnvironment(Variables(variables)));

    [Theory]
    [InlineData("", "wanted the task of an array job")]
    [InlineData("JOB_COMPLETION_INDEX=2", "no DEFECTVISION_SHARDS")]
    [InlineData("JOB_COMPLETION_INDEX=4 DEFECTVISION_SHARDS=4", "found part 5 of 4")]
    [InlineData("SLURM_ARRAY_TASK_ID=x", "SLURM_ARRAY_TASK_MIN|SLURM_ARRAY_TASK_ID")]
    [InlineData("AWS_BATCH_JOB_ARRAY_INDEX=1", "AWS_BATCH_JOB_ARRAY_SIZE")]
    public void A_scheduler_that_tells_half_is_named(string variables, string says)
    {
        var message = Assert.Throws<FormatException>(() => Shard.FromEnvironment(Variables(variables))).Message;
        Assert.Contains(says.Split('|'), word => message.Contains(word, StringComparison.Ordinal));
    }

    private static FoundFile File(string path, PhotoPlace? place) => new(path, 1, place, null, null);

    private static Func<string, string?> Variables(string text)
    {
        var values = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return values.GetValueOrDefault;
    }
}
