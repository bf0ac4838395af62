namespace DefectVision.Evidence.Documents;

/// <summary>The colours: black on white, one accent, and nothing that is told by colour alone.</summary>
public static class Look
{
    public const string Ink = "#111111";
    public const string Soft = "#555555";
    public const string Rule = "#b8b8b8";
    public const string Faint = "#dddddd";
    public const string Accent = "#1b4f8a";
    public const string AccentLight = "#a9bdd6";
    public const string Ground = "#f4f4f4";
    public const string Paper = "#ffffff";
}
