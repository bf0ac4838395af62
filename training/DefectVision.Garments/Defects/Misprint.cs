using DefectVision.Garments.Parts;
using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Defects;

internal sealed class Misprint : Defect
{
    private static readonly PrintFault[] Faults = [PrintFault.Ghost, PrintFault.Smear, PrintFault.MissingInk, PrintFault.OutOfRegister];

    public override string Name => "misprint";

    public override string Severity => "major";

    public override string Cause => "process";

    public override string Look => "the chest print doubled, smeared, with a swath of ink missing, or with its second colour out of register";

    public override bool ShowsOn(View view) => view == View.Front;

    public override void Spoil(Garment garment, Chance chance)
    {
        var print = garment.Print ?? throw new InvalidOperationException("found no print to spoil");
        print.Fault = chance.OneOf(Faults);
        var distance = print.Fault switch
        {
            PrintFault.Smear => chance.Between(4f, 7f),
            PrintFault.OutOfRegister => chance.Between(3f, 4.5f),
            _ => chance.Between(1.8f, 3.2f),
        };
        print.Shift = new Spot(0f, 0f).Polar(chance.Between(0f, 2f * MathF.PI), distance);
    }
}
