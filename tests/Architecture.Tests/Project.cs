using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>A project file, as far as the law cares.</summary>
/// <param name="Name">Without the root namespace.</param>
/// <param name="Sees">Projects it references, without the root namespace.</param>
/// <param name="Packages">Foreign packages it references.</param>
internal sealed record Project(string Name, IReadOnlyList<string> Sees, IReadOnlyList<string> Packages)
{
    public static Project Parse(string fileName, string xml)
    {
        var items = XDocument.Parse(xml).Descendants().ToLookup(element => element.Name.LocalName, element => (string?)element.Attribute("Include") ?? string.Empty);
        return new Project(
            Short(Path.GetFileNameWithoutExtension(fileName)),
            [.. items["ProjectReference"].Select(path => Short(Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))))],
            [.. items["PackageReference"]]);
    }

    private static string Short(string name) => name.StartsWith(Law.Root + ".", StringComparison.Ordinal) ? name[(Law.Root.Length + 1)..] : name;
}
