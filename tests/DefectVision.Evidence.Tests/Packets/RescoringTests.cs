using DefectVision.Evidence.Packets;
using DefectVision.Imaging.Withholding;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>Rule: the scores that a packet states are those that its model gives its photos again, and whatever differs is named with both values.</summary>
public sealed class RescoringTests : IDisposable
{
    private const double Margin = 0.001;
    private readonly MadePacket _packet = new();

    public void Dispose() => _packet.Dispose();

    [Fact]
    public void Every_original_is_scored_again_by_its_own_bytes_and_agrees()
    {
        var seen = new List<(int Done, int Total)>();
        var progress = new Reports(seen);
        var parts = Check(Same with { Progress = progress });
        var told = Assert.Single(parts);
        Assert.Equal((CheckAnswer.Holds, "4 photos scored again by the model that the packet names: score, standing, probability and class are those of results.jsonl"), (told.Answer, told.Detail));
        Assert.Equal([(1, 4), (2, 4), (3, 4), (4, 4)], seen);
    }

    [Theory]
    [InlineData(0.0009, true)]
    [InlineData(-0.0009, true)]
    [InlineData(0.0011, false)]
    [InlineData(-0.0011, false)]
    [InlineData(double.NaN, false)]
    public void A_score_may_differ_by_what_machines_differ_and_no_more(double by, bool holds)
    {
        var parts = Check(With(finding => finding with { Score = finding.Score + by }));
        Assert.Equal(holds, parts.All(part => part.Answer == CheckAnswer.Holds));
        if (holds)
        {
            Assert.EndsWith("the furthest score off by 0.0009, within the 0.001 that machines may differ", Assert.Single(parts).Detail, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(parts, part => part.Part == MadePacket.FlaggedPhoto && part.Detail.StartsWith("score: results.jsonl has 2, and scored again it is ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_does_not_follow_from_the_score_that_it_has_is_named()
    {
        Assert.Contains(Failing(With(finding => finding with { Standing = Standing.Clear })), part => part.Detail == "standing: results.jsonl has flagged, and scored again it is clear");
        Assert.Contains(Failing(With(finding => finding with { Probability = 0.125 })), part => part.Detail.StartsWith("probability: results.jsonl has ", StringComparison.Ordinal));
        Assert.Contains(Failing(With(finding => finding with { DefectClass = "stain" })), part => part.Detail == "class: results.jsonl has hole, and scored again it is stain");
    }

    // A lot of strange goods: the flags decide nothing there, and the results keep the standing by score.
    [Fact]
    public void In_a_lot_of_strange_goods_the_standing_by_score_counts()
    {
        using var strange = new MadePacket(how: record => record with
        {
            Files = [.. record.Files.Select(file => file.Finding is { Standing: Standing.Clear } finding ? file with { Finding = finding with { Standing = Standing.NotJudged, ByScore = finding.Standing, Probability = null, DefectClass = null } } : file)],
        });
        Assert.Equal(CheckAnswer.Holds, Assert.Single(Check(Same, strange)).Answer);
        Assert.Contains(Check(With(finding => finding with { Standing = Standing.TooCloseToCall }), strange), part => part.Detail == "standing: results.jsonl has clear, and scored again it is too_close_to_call");
    }

    [Fact]
    public void A_photo_that_is_not_scored_again_is_named()
    {
        var damaged = Same with { Score = (_, _) => (PhotoOutcome.Damaged, null) };
        Assert.Equal(4, Failing(damaged).Count(part => part.Detail == "results.jsonl has a score, and scored again it is damaged"));
    }

    [Fact]
    public void Another_model_scores_nothing()
    {
        var other = Same with { ModelSha256 = new string('e', 64), Score = (_, _) => throw new InvalidOperationException("scored") };
        Assert.StartsWith("nothing was scored again: ", Assert.Single(Failing(other)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Photos_that_are_withheld_cannot_be_scored_and_that_is_said()
    {
        var part = Assert.Single(Check(Same, withheld: MetadataKinds.Gps));
        Assert.Equal((CheckAnswer.NotChecked, "of 4 scored photos, the originals of 4 are not in the packet, or not whole, so they cannot be scored again"), (part.Answer, part.Detail));
    }

    [Fact]
    public void Without_a_model_there_is_nothing_to_score()
    {
        using var bare = new MadePacket(how: record => record with { Model = null });
        Assert.Equal(CheckAnswer.NotChecked, Assert.Single(Check(Same, bare)).Answer);
    }

    private Rescoring Same => With(finding => finding);

    private Rescoring With(Func<Finding, Finding> how) => new(_packet.Record.Model!.Sha256, Margin, (path, bytes) =>
    {
        var file = _packet.Record.Files.Single(file => file.Path == path);
        Assert.Equal(file.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        return (PhotoOutcome.Scored, how(file.Finding!));
    });

    private IEnumerable<CheckedPart> Failing(Rescoring rescoring) => Check(rescoring).Where(part => part.Answer == CheckAnswer.Fails);

    // What the scoring adds to the check of a packet of all originals.
    private List<CheckedPart> Check(Rescoring rescoring, MadePacket? other = null, MetadataKinds withheld = MetadataKinds.None)
    {
        var packet = other ?? _packet;
        MadePacket.Make(packet.Options with { Originals = OriginalsWanted.All, Withheld = withheld, Overwrite = true });
        return [.. packet.Check(new CheckOptions { Rescoring = rescoring }).Parts.Except(packet.Check().Parts)];
    }

    private sealed class Reports(List<(int Done, int Total)> seen) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => seen.Add(value);
    }
}
