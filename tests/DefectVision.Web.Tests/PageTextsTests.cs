using System.Text.RegularExpressions;
using DefectVision.Inspection.Languages;
using DefectVision.Inspection.Reviewing;
using DefectVision.Web.Pages;

namespace DefectVision.Web.Tests;

/// <summary>Rules of the texts: every language says everything that is said, with the same things in it, and nothing is kept that nobody says.</summary>
public sealed partial class PageTextsTests
{
    private static readonly string Sources = Path.Combine(Command.Repository, "src", "DefectVision.Web");

    public static TheoryData<string> Languages => [.. LanguagePack.All.Select(pack => pack.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_every_text_with_the_same_places(string code)
    {
        var (english, other) = (LanguagePack.English.Review, LanguagePack.Find(code)!.Review);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Places(text.Value), Places(other[text.Key])));
    }

    [Fact]
    public void Every_text_is_said_somewhere_and_everything_said_is_a_text()
    {
        var code = string.Concat(Directory.GetFiles(Sources, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var scripts = string.Concat(Directory.GetFiles(Path.Combine(Sources, "Assets"), "*.js").Select(File.ReadAllText));
        var called = Called().Matches(scripts).Select(call => "js." + call.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(called, id => Assert.Contains(id, LanguagePack.English.Review.Keys));
        foreach (var id in LanguagePack.English.Review.Keys)
        {
            var isSaid = id.StartsWith("js.", StringComparison.Ordinal)
                ? scripts.Contains($"'{id[3..]}'", StringComparison.Ordinal) || id.StartsWith("js.said.", StringComparison.Ordinal)
                : code.Contains($"\"{id}\"", StringComparison.Ordinal) || id.EndsWith(".title", StringComparison.Ordinal) || id.StartsWith("told.", StringComparison.Ordinal);
            Assert.True(isSaid, $"{id} is said nowhere");
        }
    }

    [Fact]
    public void Every_reason_has_a_text() =>
        Assert.All(Enum.GetValues<ReviewReason>(), reason => Assert.Contains("told." + System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()), LanguagePack.English.Review.Keys));

    [Fact]
    public void Only_texts_of_scripts_go_to_scripts() => Assert.Equal(
        LanguagePack.English.Review.Keys.Where(id => id.StartsWith("js.", StringComparison.Ordinal)).Select(id => id[3..]).Order(StringComparer.Ordinal),
        PageTexts.Of(LanguagePack.English).OfScripts.Keys.Order(StringComparer.Ordinal));

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(place => place.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\btext\('([\w.]+)'")]
    private static partial Regex Called();
}
