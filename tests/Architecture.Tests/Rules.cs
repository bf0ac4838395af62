using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Architecture.Tests;

/// <summary>The law's paragraphs, each as a function from what is there to the breaches of it.</summary>
internal static partial class Rules
{
    public static IEnumerable<string> References(Project project)
    {
        var room = Law.Rooms.Concat(Law.TrainingRooms).SingleOrDefault(room => room.Name == project.Name);
        return room is null
            ? [$"{project.Name}: the law knows no room of this name"]
            : project.Sees.Where(seen => !room.MaySee.Contains(seen)).Select(seen => $"{project.Name} sees {seen}, and may see {string.Join(", ", room.MaySee)}");
    }

    public static IEnumerable<string> Packages(Project project)
    {
        var doors = Law.Rooms.Concat(Law.TrainingRooms).SingleOrDefault(room => room.Name == project.Name)?.Doors ?? [];
        return project.Packages.Where(package => !doors.Contains(package)).Select(package => $"{project.Name} references {package}, which is no door of it");
    }

    /// <summary>A folder opens its door for its room alone.</summary>
    public static IEnumerable<string> Doors(SourceFile file) =>
        from door in Law.FoldersOfDoors
        where file.Tree.DescendantNodes().OfType<UsingDirectiveSyntax>().Any(@using => Within(@using.Name?.ToString(), door.Library))
        where file.Project != $"{Law.Root}.{door.Room}" || !file.Path.StartsWith(door.Folder + "/", StringComparison.Ordinal)
        select $"{file}: names {door.Library}, whose door is {door.Room}/{door.Folder}";

    /// <summary>At most one file of the product knows the channels.</summary>
    public static IEnumerable<string> Concurrency(IReadOnlyList<SourceFile> files)
    {
        var aware = files.Where(file => file.Tree.DescendantNodes().OfType<UsingDirectiveSyntax>().Any(@using => Within(@using.Name?.ToString(), "System.Threading.Channels"))).ToList();
        return aware.Count <= 1 ? [] : [$"several files know the channels: {string.Join(", ", aware)}"];
    }

    public static IEnumerable<string> Words(SourceFile file)
    {
        var room = Law.Rooms.SingleOrDefault(room => $"{Law.Root}.{room.Name}" == file.Project);
        return room is null || room.NeverSays.Length == 0
            ? []
            : file.Tree.DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && !IsPlace(token))
                .Select(token => token.ValueText)
                .Except(Law.ForeignNames)
                .Distinct()
                .SelectMany(identifier => WordsOf(identifier).Where(word => room.NeverSays.Contains(word) || room.NeverSays.Contains(word.TrimEnd('s')))
                    .Select(word => $"{file}: '{identifier}' says '{word}'"));
    }

    public static IEnumerable<string> Namespace(SourceFile file)
    {
        var wanted = string.Join('.', [file.Project, .. file.Path.Split('/')[..^1]]);
        return file.Namespaces.Select(@namespace => @namespace.Name.ToString()).Where(found => found != wanted).Select(found => $"{file}: namespace {found}, wanted {wanted}");
    }

    public static IEnumerable<string> OneType(SourceFile file)
    {
        var types = file.TopLevelTypes.ToList();
        return types.Count(type => !IsOfAFamily(type)) is var alone && (alone == 0 || types.Count == 1)
            ? []
            : [$"{file}: holds {types.Count} types, of which {alone} may not share a file"];
    }

    public static IEnumerable<string> Names(SourceFile file) =>
        file.Path.Split('/', '.').Concat(file.Project.Split('.')).Where(part => Law.ForbiddenNames.Contains(part, StringComparer.OrdinalIgnoreCase))
            .Concat(file.Tree.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text)
                .Where(name => Law.ForbiddenNames.Any(bad => name == bad || name.EndsWith(bad.TrimEnd('s'), StringComparison.Ordinal) || name.EndsWith(bad, StringComparison.Ordinal))))
            .Select(name => $"{file}: '{name}' says that nobody decided");

    public static IEnumerable<string> Closed(SourceFile file) =>
        file.Tree.DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Where(type => type is ClassDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not (int)SyntaxKind.StructKeyword })
            .Where(type => !type.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword))
            .Select(type => $"{file}: {type.Identifier.Text} is neither sealed nor static nor abstract");

    public static IEnumerable<string> AtRoot(IEnumerable<string> entries) =>
        entries.Where(entry => !entry.StartsWith('.') && !Law.AtRoot.Contains(entry) && !Law.IgnoredAtRoot.Contains(entry)).Select(entry => $"{entry} stands at the root");

    public static IEnumerable<string> Readme(string room, string? text) =>
        text is null ? [$"{room}: has no README.md"]
        : text.TrimEnd('\n').Split('\n').Length is > 25 and var lines ? [$"{room}: its README.md has {lines} lines, wanted at most 25"]
        : [];

    /// <summary>The words of an identifier, in lower case: SingleSamplingPlan, acceptance_number, HTMLText.</summary>
    public static IEnumerable<string> WordsOf(string identifier) => Word().Matches(identifier).Select(word => word.Value.ToLowerInvariant());

    // The names of other rooms' places stand where they are used, and are theirs.
    private static bool IsPlace(SyntaxToken token) =>
        token.Parent?.AncestorsAndSelf().Any(node => node is UsingDirectiveSyntax || (node is NameSyntax && node.Parent is BaseNamespaceDeclarationSyntax)) == true
        || token.ValueText == Law.Root;

    private static bool IsOfAFamily(MemberDeclarationSyntax type) => type is RecordDeclarationSyntax or EnumDeclarationSyntax
        || (type is ClassDeclarationSyntax named && named.Identifier.Text.EndsWith("Exception", StringComparison.Ordinal));

    private static bool Within(string? @namespace, string library) =>
        @namespace == library || @namespace?.StartsWith(library + ".", StringComparison.Ordinal) == true;

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+")]
    private static partial Regex Word();
}
