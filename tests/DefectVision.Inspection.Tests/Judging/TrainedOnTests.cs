using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Judging;

/// <summary>Rule: a lot says how many of its photos the model was made from, and names one; of photos that it was not, or may not have been, it says nothing.</summary>
public sealed class TrainedOnTests
{
    [Fact]
    public void The_photos_are_counted_and_the_first_is_named() => Assert.Equal(
        ["Photos that the model learned from, or that its threshold was set on: 2, such as lot/2.jpg; what it says of them proves nothing about other photos."],
        Remarks(false, true, null, true));

    [Fact]
    public void Where_there_is_none_nothing_is_said() => Assert.Empty(Remarks(false, null));

    private static IEnumerable<string> Remarks(params bool?[] known)
    {
        var photos = known.Select((one, at) => Make.Photo(Standing.Clear) with { Path = $"lot/{at + 1}.jpg", Finding = new Finding(0, Standing.Clear, null, null) { WasTrainedOn = one } });
        var lot = new Lot("lot", 280, ItemSource.Manifest, [.. photos.Select((photo, at) => ItemJudge.Judge($"{at}", [photo], Make.Terms))]);
        return Make.Judge(lot).Remarks.InEnglish().Where(remark => remark.Contains("learned from", StringComparison.Ordinal));
    }
}
