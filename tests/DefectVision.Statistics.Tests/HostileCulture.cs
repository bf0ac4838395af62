using System.Globalization;
using System.Runtime.CompilerServices;

namespace DefectVision.Statistics.Tests;

/// <summary>Every test runs where a number is written 0,5: what forgets the invariant culture fails here and not at a user's desk.</summary>
internal static class HostileCulture
{
#pragma warning disable CA2255 // a test assembly has no entry point of its own
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Set()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
    }
}
