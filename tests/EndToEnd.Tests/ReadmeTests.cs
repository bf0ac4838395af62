using System.Text.RegularExpressions;

namespace EndToEnd.Tests;

/// <summary>Rule: what the README tells a newcomer to type works: the command line parses, and what it names is in the repository.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const int Usage = 64;
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [SkippableFact]
    public void The_readme_begins_with_the_sample()
    {
        Assert.Equal(["inspect", "datasets/sample-shipment", "--model", "models/garments.onnx"], Commands()[0]);
    }

    [SkippableFact]
    public void Every_folder_and_model_that_the_readme_names_exists()
    {
        var named = Commands().SelectMany(words => words).Where(IsOurs).Distinct().ToList();
        Assert.All(named, path => Assert.True(Path.Exists(Path.Combine(Command.Repository, path)), $"README.md names {path}, which does not exist"));
        Assert.True(File.Exists(Path.Combine(Command.Repository, "models", "garments.onnx")), "found no models/garments.onnx, the model that the first command names");
    }

    [SkippableFact]
    public async Task Every_command_of_the_readme_parses()
    {
        foreach (var words in Commands())
        {
            // The inputs are replaced by names of nothing: a line that parses then asks for them, and one that does not is wrong usage.
            string[] harmless = [.. words.Select(word => IsOurs(word) ? "nothing-of-that-name" : word)];
            var answer = await Command.Run(_desk.Root, harmless);
            Assert.True(answer.ExitCode != Usage, $"{string.Join(' ', words)}: {answer.Error}");
        }
    }

    private static bool IsOurs(string word) => word.StartsWith("datasets/", StringComparison.Ordinal) || word.StartsWith("models/", StringComparison.Ordinal);

    private static List<string[]> Commands()
    {
        var readme = Path.Combine(Command.Repository, "README.md");
        Skip.IfNot(File.Exists(readme), "there is no README.md yet");
        return [.. Block().Matches(File.ReadAllText(readme))
            .SelectMany(block => block.Groups[1].Value.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
            .Select(line => line.TrimStart('$', ' '))
            .Where(line => line.StartsWith("dotnet run ", StringComparison.Ordinal) && line.Contains("DefectVision.Cli", StringComparison.Ordinal) && line.Contains(" -- ", StringComparison.Ordinal))
            .Select(line => Words(line[(line.IndexOf(" -- ", StringComparison.Ordinal) + 4)..]))];
    }

    // Words as a shell reads them, as far as a README needs it: quotation, and a remark after '#'.
    private static string[] Words(string line) =>
        [.. Word().Matches(line.Split(" #")[0]).Select(word => word.Value.Trim('"', '\''))];

    [GeneratedRegex(@"^```(?:sh|bash|shell|console)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|\\S+")]
    private static partial Regex Word();
}
