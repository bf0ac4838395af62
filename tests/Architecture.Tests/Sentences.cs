using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Architecture.Tests;

/// <summary>The sentences of the report as its sources write them: an interpolated string that becomes a template, whether a run prints it or not.</summary>
internal static class Sentences
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks;
        """;

    private const char Heading = '#';
    private const char Centred = '=';

    private static readonly string[] Rooms = [Law.Root + ".Statistics", Law.Root + ".Imaging", Law.Root + ".Inspection", Law.Root + ".Pipeline", Law.Root + ".Evidence", Law.Root + ".Dashboard"];

    /// <summary>Template, and the file that writes it. A leading mark that sets a table's column is no part of it.</summary>
    public static IReadOnlyList<(string Template, string Where)> Written { get; } = Read();

    /// <summary>The English sentences by their identifiers: each has one in every other language, under the same identifier.</summary>
    public static IReadOnlyDictionary<string, string> English { get; } = JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(Repository.Root, "src", Law.Root + ".Inspection", "Languages", "en", "sentences.json")))!;

    /// <summary>Whether there is anything to translate.</summary>
    public static bool HasWords(string template) =>
        string.Format(CultureInfo.InvariantCulture, template, [.. Enumerable.Repeat((object)string.Empty, 99)]).Any(char.IsLetter);

    /// <summary>The identifier whose sentence has most words in common with a template.</summary>
    public static string Nearest(string template)
    {
        var words = template.Split(' ').ToHashSet(StringComparer.Ordinal);
        return English.MaxBy(sentence => sentence.Value.Split(' ') is var others ? (double)others.Count(words.Contains) / Math.Max(others.Length, words.Count) : 0).Key;
    }

    private static bool IsTemplate(InterpolatedStringExpressionSyntax text, SemanticModel model) =>
        (model.GetTypeInfo(text).ConvertedType?.Name == nameof(FormattableString) || text.Parent is CastExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: nameof(FormattableString) } })
        && text.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Invariant" } } };

    private static string Template(InterpolatedStringExpressionSyntax text)
    {
        var number = 0;
        var template = string.Concat(text.Contents.Select(part => part switch
        {
            InterpolationSyntax hole => $"{{{number++}{hole.FormatClause}}}",
            InterpolatedStringTextSyntax words => words.TextToken.ValueText,
            _ => string.Empty,
        }));
        return template.Length > 1 && template[0] is Heading or Centred ? template[1..] : template;
    }

    private static List<(string Template, string Where)> Read()
    {
        var files = Repository.Sources.Where(file => Rooms.Contains(file.Project)).ToDictionary(file => CSharpSyntaxTree.ParseText(file.Text), file => file);
        var compilation = CSharpCompilation.Create(
            "sentences",
            [CSharpSyntaxTree.ParseText(Usings), .. files.Keys],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return
        [
            .. files.SelectMany(file =>
            {
                var model = compilation.GetSemanticModel(file.Key);
                return file.Key.GetRoot().DescendantNodes().OfType<InterpolatedStringExpressionSyntax>()
                    .Where(text => IsTemplate(text, model))
                    .Select(text => (Template(text), $"{file.Value}"));
            }),
        ];
    }
}
