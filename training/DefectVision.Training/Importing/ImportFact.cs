namespace DefectVision.Training.Importing;

/// <summary>Something that was taken for true of a foreign classifier, and who said so.</summary>
/// <param name="What">Such as "colours".</param>
/// <param name="Value">Such as "BGR".</param>
/// <param name="From">An option, the file's shape or metadata, or a default.</param>
public sealed record ImportFact(string What, string Value, string From)
{
    /// <summary>Nobody said so.</summary>
    public const string Default = "default: nothing says otherwise";
}
