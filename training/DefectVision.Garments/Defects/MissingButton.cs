namespace DefectVision.Garments.Defects;

internal sealed class MissingButton : Defect
{
    public override string Name => "missing-button";

    public override string Severity => "major";

    public override string Cause => "workmanship";

    public override string Look => "an empty buttonhole with remains of thread";

    public override bool ShowsOn(View view) => view == View.Front;

    public override void Spoil(Garment garment, Chance chance) => chance.OneOf(garment.Buttons).Missing = true;
}
