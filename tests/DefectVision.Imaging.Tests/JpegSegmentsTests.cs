using DefectVision.Imaging.Decoding;

namespace DefectVision.Imaging.Tests;

/// <summary>Rule (ITU-T T.81, annex B.1.1): markers may have fill bytes before them, some stand alone, all others have a length that counts itself.</summary>
public sealed class JpegSegmentsTests
{
    [Theory]
    [InlineData("FFD8 FFE1 0004 4142 FFD9", "E1:2 end at 10")]
    [InlineData("FFD8 FFFFFF E1 0004 4142 FFD9", "E1:2 end at 12")]
    [InlineData("FFD8 FF01 FFE1 0004 4142 FFD0 FFFE 0002 FFD9 4142", "E1:2 FE:0 end at 18")]
    [InlineData("FFD8 FFDA 0003 01 41FF0042 FFD0 41 FFDA 0003 02 FFD9", "DA:1 DA:1 end at 21")]
    [InlineData("FFD8 FFE1 0004 4142", "E1:2")]
    [InlineData("FFD8 FFE1 0005 4142", "E1:2 broken")]
    [InlineData("FFD8 FFE1 0001 4142", "broken")]
    [InlineData("FFD8 FFE1 00", "broken")]
    [InlineData("FFD8 FFE1 0002 4142 FFD9", "E1:0 broken")]
    [InlineData("FFD8", "")]
    [InlineData("", "")]
    public void The_walk_goes_from_marker_to_marker_and_says_where_it_ends_or_breaks(string bytes, string walked)
    {
        var walk = new JpegSegments(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)));
        var steps = new List<string>();
        while (walk.MoveNext())
        {
            steps.Add(FormattableString.Invariant($"{walk.Marker:X2}:{walk.Body.Length}"));
        }

        if (!walk.IsWhole)
        {
            steps.Add("broken");
        }
        else if (walk.Marker == JpegSegments.EndOfPicture)
        {
            steps.Add(FormattableString.Invariant($"end at {walk.Start}"));
        }

        Assert.Equal(walked, string.Join(' ', steps));
        Assert.False(walk.MoveNext());
    }
}
