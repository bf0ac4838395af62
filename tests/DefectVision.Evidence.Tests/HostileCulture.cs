using System.Globalization;
using System.Runtime.CompilerServices;

namespace DefectVision.Evidence.Tests;

internal static class HostileCulture
{
    /// <summary>Decimal commas and dots for thousands: what is not written invariant shows.</summary>
    [ModuleInitializer]
    public static void Enter() => CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
}
