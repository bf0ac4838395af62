using DefectVision.Garments.Parts;

namespace DefectVision.Garments.Defects;

internal sealed class SkippedStitch : Defect
{
    public override string Name => "skipped-stitch";

    public override string Severity => "minor";

    public override string Cause => "workmanship";

    public override string Look => "3 to 5 stitches missing in a row of topstitching, the thread floating over the gap or gone";

    public override void Spoil(Garment garment, Chance chance)
    {
        var rows = garment.Panels.SelectMany(panel => panel.Rows).ToList();
        for (var attempt = 0; attempt < 5000; attempt++)
        {
            var row = chance.OneOf(rows);
            var from = chance.Between(row.From, row.To);
            var to = from + (row.Pitch * (3 + chance.Below(3)));
            if (InPicture(row, from) && InPicture(row, to))
            {
                row.Gap = new StitchGap(from, to, chance.Happens(0.7f));
                return;
            }
        }

        throw new InvalidOperationException("found no row of topstitching inside the picture");
    }

    private static bool InPicture(Topstitching row, float along)
    {
        var spot = row.SpotAt(along);
        return along < row.To && MathF.Abs(spot.U) < Garment.ReachAcross && MathF.Abs(spot.V) < Garment.ReachDown;
    }
}
