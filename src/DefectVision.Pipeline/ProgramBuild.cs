using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace DefectVision.Pipeline;

/// <summary>Which build of the program this is, for whoever must know whether what another run found can be gone on with.</summary>
public static class ProgramBuild
{
    private const int Letters = 12;

    /// <summary>Name and version.</summary>
    public static string Product { get; } =
        $"DefectVision {typeof(ProgramBuild).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}";

    /// <summary>
    /// Name, version and the first letters of a digest of all code that reads photos, scores them and judges: the module version identifiers (ECMA-335, II.22.30)
    /// of this room, of those below it and of the packages that they see. Of the .NET runtime nothing is in it. All of them are loaded for it.
    /// </summary>
    public static string Named => $"{Product}, build {Digest()}";

    private static string Digest()
    {
        var modules = new SortedDictionary<string, Guid>(StringComparer.Ordinal);
        Collect(typeof(ProgramBuild).Assembly, modules);
        var text = string.Join('\n', modules.Select(module => $"{module.Key} {module.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Letters];
    }

    private static void Collect(Assembly assembly, SortedDictionary<string, Guid> modules)
    {
        if (modules.TryAdd(assembly.GetName().Name!, assembly.ManifestModule.ModuleVersionId))
        {
            foreach (var name in assembly.GetReferencedAssemblies().Where(name => !IsOfTheRuntime(name.Name!)))
            {
                Collect(Assembly.Load(name), modules);
            }
        }
    }

    private static bool IsOfTheRuntime(string name) => name.StartsWith("System.", StringComparison.Ordinal) || name is "System" or "mscorlib" or "netstandard" || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
}
