namespace DefectVision.Evidence.Languages;

/// <summary>A defect class inside a sentence: as its model, its reader or the agreement names it; in Chinese by its Chinese name, where it has one.</summary>
public sealed record ClassName(string Name)
{
    public override string ToString() => Name;
}
