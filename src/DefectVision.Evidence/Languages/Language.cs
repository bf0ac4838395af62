namespace DefectVision.Evidence.Languages;

/// <summary>What a report is written in.</summary>
public enum Language
{
    English,
    Chinese,

    /// <summary>English, and Chinese beside it.</summary>
    Both,
}
