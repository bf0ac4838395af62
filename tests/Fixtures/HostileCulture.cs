using System.Globalization;
using System.Runtime.CompilerServices;

namespace DefectVision.Fixtures;

/// <summary>Every test of a project that compiles this file runs where a comma is the decimal point.</summary>
internal static class HostileCulture
{
    [ModuleInitializer]
    internal static void Enter()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture;
    }
}
