using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases;

/// <summary>What is where in a case's folder.</summary>
internal static class CasePaths
{
    public const string Case = "case.json";
    public const string Local = "local.json";
    public const string Part = "part.json";
    public const string Inputs = "inputs";

    /// <summary>Where a list is kept.</summary>
    public static string Of(string folder, CaseInput input) => Path.Combine(folder, Inputs, Lists.Word(input.Kind), input.Name);
}
