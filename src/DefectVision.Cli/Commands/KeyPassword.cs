namespace DefectVision.Cli.Commands;

/// <summary>The password of a key file: from the environment, so that no list of processes and no history shows it.</summary>
internal static class KeyPassword
{
    public const string Variable = "DEFECTVISION_KEY_PASSWORD";

    /// <summary>Null when none is set.</summary>
    public static string? Read() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } password ? password : null;
}
