using System.Globalization;
using System.Runtime.CompilerServices;

namespace DefectVision.Imaging.Tests;

/// <summary>Every test of this project runs where a comma is the decimal point.</summary>
internal static class HostileCulture
{
    [ModuleInitializer]
    internal static void Enter()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture;
    }
}
