namespace DefectVision.Garments.Defects;

/// <summary>A defect of the trade: what it is called, what was agreed about it, and how it spoils a garment.</summary>
internal abstract class Defect
{
    public static readonly IReadOnlyList<Defect> All =
        [new Hole(), new StainMark(), new BrokenYarn(), new SkippedStitch(), new MissingButton(), new Misprint()];

    /// <summary>The name of the class: the folder's name in the training set.</summary>
    public abstract string Name { get; }

    /// <summary>minor, major or critical, as the sample's agreement says.</summary>
    public abstract string Severity { get; }

    /// <summary>material, process, workmanship or packaging, as the sample's agreement says.</summary>
    public abstract string Cause { get; }

    /// <summary>One sentence for the datasheet.</summary>
    public abstract string Look { get; }

    public virtual bool ShowsOn(View view) => true;

    public abstract void Spoil(Garment garment, Chance chance);
}
