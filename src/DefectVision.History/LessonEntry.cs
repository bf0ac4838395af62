namespace DefectVision.History;

/// <summary>What was learned from a case, as far as it was told. What is null was not told.</summary>
/// <param name="RootCause">As the parties agree on it.</param>
/// <param name="Action">What the supplier changes.</param>
/// <param name="Lesson">What the buyer does otherwise next time.</param>
/// <param name="Person">Who said so: the one name of a person that a history keeps, left out of exports on request.</param>
/// <param name="Day">When the record of the case was written.</param>
/// <param name="Folder">Full path of the documents; null where none were written.</param>
public sealed record LessonEntry(string? RootCause, string? Action, string? Lesson, string? Person, DateOnly? Day, string? Folder)
{
    /// <summary>The page of the record of a case in its folder.</summary>
    /// <param name="language">Its code.</param>
    public static string PageName(string language) => $"post-mortem.{language}.html";

    /// <summary>What is known after this was told on top of it: what it leaves open stays as it was.</summary>
    public LessonEntry With(LessonEntry told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return new(told.RootCause ?? RootCause, told.Action ?? Action, told.Lesson ?? Lesson, told.Person ?? Person, told.Day ?? Day, told.Folder ?? Folder);
    }
}
