namespace DefectVision.Training.Labels.Answered;

/// <summary>The folder of a set whose photos nobody learns from: answers contradict each other, or were taken back. A person decides by moving a photo into the folder of its class, or by deleting it.</summary>
internal static class Undecided
{
    public const string Folder = "undecided";

    public static bool Is(string name) => name.Equals(Folder, StringComparison.OrdinalIgnoreCase);
}
