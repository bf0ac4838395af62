using System.Globalization;

namespace DefectVision.Hostile.Running;

/// <summary>Whom the command runs as: never the administrator, who may read and write everything.</summary>
internal static class NormalUser
{
    private const string Nobody = "65534";

    /// <summary>This program itself runs as the administrator.</summary>
    public static bool IsAdministrator { get; } = Environment.IsPrivilegedProcess;

    /// <summary>What turns a process into one of a normal user.</summary>
    public static IReadOnlyList<string> Switch => IsAdministrator ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"] : [];

    /// <summary>Hands a folder and all in it over to the user that the command runs as.</summary>
    public static void Give(string folder)
    {
        if (IsAdministrator)
        {
            Shell.Run("chown", "-hR", string.Create(CultureInfo.InvariantCulture, $"{Nobody}:{Nobody}"), folder);
        }
    }
}
