using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Architecture.Tests;

/// <summary>A C# file and where it lies in its project.</summary>
/// <param name="Project">The project's name, which is its root namespace.</param>
/// <param name="Path">Below the project's folder, parts joined by '/'.</param>
/// <param name="Text">Its content.</param>
internal sealed record SourceFile(string Project, string Path, string Text)
{
    public CompilationUnitSyntax Tree { get; } = CSharpSyntaxTree.ParseText(Text).GetCompilationUnitRoot();

    public IEnumerable<BaseNamespaceDeclarationSyntax> Namespaces => Tree.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>();

    /// <summary>Types that stand in no other type.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes => Tree.DescendantNodes()
        .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && node.Parent is not TypeDeclarationSyntax)
        .Cast<MemberDeclarationSyntax>();

    public override string ToString() => $"{Project}/{Path}";
}
