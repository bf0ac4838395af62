namespace Architecture.Tests;

/// <summary>Each paragraph of the law can be broken: a rule that never fails guards nothing.</summary>
public sealed class LawTests
{
    [Theory]
    [InlineData("Imaging", "Statistics")]
    [InlineData("Statistics", "Imaging")]
    [InlineData("Evidence", "Inference")]
    [InlineData("Evidence", "Pipeline")]
    [InlineData("Pipeline", "Evidence")]
    [InlineData("Evidence", "Cases")]
    [InlineData("Cases", "Cli")]
    [InlineData("Cases", "Training")]
    [InlineData("Cases", "Web")]
    [InlineData("Web", "Cli")]
    [InlineData("Web", "Inference")]
    [InlineData("Web", "Training")]
    [InlineData("Inspection", "Imaging")]
    [InlineData("Pipeline", "Training")]
    [InlineData("Training", "Cli")]
    [InlineData("Unheard", "Statistics")]
    public void A_reference_upward_or_sideways_is_a_breach(string room, string seen) => Assert.NotEmpty(Rules.References(Project(room, seen, null)));

    [Fact]
    public void Only_the_command_sees_the_learner() =>
        Assert.Equal(["Cli"], Law.Rooms.Where(room => room.MaySee.Contains("Training")).Select(room => room.Name));

    [Fact]
    public void What_a_room_may_see_may_not_see_the_room()
    {
        var rooms = Law.Rooms.Concat(Law.TrainingRooms).ToDictionary(room => room.Name);
        Assert.All(rooms.Values, room => Assert.All(room.MaySee, seen => Assert.DoesNotContain(room.Name, rooms[seen].MaySee)));
    }

    [Theory]
    [InlineData("Inspection", "SkiaSharp")]
    [InlineData("Pipeline", "Microsoft.ML.OnnxRuntime")]
    [InlineData("Statistics", "Newtonsoft.Json")]
    public void A_package_of_another_room_is_a_breach(string room, string package) => Assert.NotEmpty(Rules.Packages(Project(room, null, package)));

    [Fact]
    public void A_door_used_from_another_folder_is_a_breach()
    {
        Assert.NotEmpty(Rules.Doors(Source("using YamlDotNet.Core;", "Inspection", "Judging/X.cs")));
        Assert.NotEmpty(Rules.Doors(Source("using CsvHelper;", "Evidence", "Intake/X.cs")));
        Assert.Empty(Rules.Doors(Source("using YamlDotNet.Core;", "Inspection", "Agreements/X.cs")));
    }

    [Fact]
    public void A_second_file_that_knows_the_channels_is_a_breach()
    {
        var file = Source("using System.Threading.Channels;", "Pipeline", "Scoring/X.cs");
        Assert.Empty(Rules.Concurrency([file]));
        Assert.NotEmpty(Rules.Concurrency([file, file]));
    }

    [Theory]
    [InlineData("Imaging", "class C { int LotSize; }")]
    [InlineData("Imaging", "class C { void M(int lots) { } }")]
    [InlineData("Imaging", "enum E { Ok, ONNXFile }")]
    [InlineData("Imaging", "class C { void M() { var aql_percent = 1; } }")]
    [InlineData("Statistics", "record R(int PhotosOfItem);")]
    [InlineData("Inference", "class C { object M() => new Severity(); }")]
    [InlineData("Cases", "class C { void M() => Console.WriteLine(); }")]
    [InlineData("Cases", "class C { string ReportHtml; }")]
    public void A_word_of_another_room_in_an_identifier_is_a_breach(string room, string text) => Assert.NotEmpty(Rules.Words(Source(text, room)));

    [Theory]
    [InlineData("Imaging", "class C { int Allotment; int Slot; int Plot; int Ballot; }")]
    [InlineData("Imaging", "// a lot of defects\nclass C { string text = \"a lot\"; }")]
    [InlineData("Imaging", "using DefectVision.Imaging; namespace DefectVision.Imaging; class C { DefectVision.Imaging.D d; }")]
    [InlineData("Cli", "class C { int LotSize, OnnxFile; }")]
    public void Whole_words_of_identifiers_are_meant_and_nothing_else(string room, string text) => Assert.Empty(Rules.Words(Source(text, room)));

    [Theory]
    [InlineData("SingleSamplingPlan", "single sampling plan")]
    [InlineData("acceptance_number", "acceptance number")]
    [InlineData("_lotSize2", "lot size")]
    [InlineData("HTMLText", "html text")]
    [InlineData("ToHtml5", "to html")]
    [InlineData("AQL", "aql")]
    public void An_identifier_falls_into_its_words(string identifier, string words) => Assert.Equal(words, string.Join(' ', Rules.WordsOf(identifier)));

    [Theory]
    [InlineData("namespace DefectVision.Imaging;")]
    [InlineData("namespace DefectVision.Imaging.Other;")]
    [InlineData("namespace Imaging.Decoding { }")]
    public void A_namespace_that_is_not_project_and_folder_is_a_breach(string text)
    {
        Assert.NotEmpty(Rules.Namespace(Source(text, "Imaging", "Decoding/X.cs")));
        Assert.Empty(Rules.Namespace(Source("namespace DefectVision.Imaging.Decoding;", "Imaging", "Decoding/X.cs")));
    }

    [Theory]
    [InlineData("class A; class B;", false)]
    [InlineData("class A; record B;", false)]
    [InlineData("interface A; enum B { }", false)]
    [InlineData("class A { class B; enum C { } }", true)]
    [InlineData("record A; record B; enum C { } class DException;", true)]
    [InlineData("readonly record struct A; sealed record B;", true)]
    public void Two_types_in_a_file_are_a_breach_unless_they_are_a_family(string text, bool holds) => Assert.Equal(holds, !Rules.OneType(Source(text)).Any());

    [Theory]
    [InlineData("Helpers/X.cs", "class X;")]
    [InlineData("Common.cs", "class X;")]
    [InlineData("X.cs", "class ImageUtils;")]
    [InlineData("X.cs", "class LotManager;")]
    [InlineData("X.cs", "class PhotoHelper;")]
    public void A_name_that_says_nothing_is_a_breach(string path, string text) => Assert.NotEmpty(Rules.Names(Source(text, path: path)));

    [Theory]
    [InlineData("class A;", false)]
    [InlineData("public partial class A;", false)]
    [InlineData("record A(int B);", false)]
    [InlineData("sealed class A { class B; }", false)]
    [InlineData("sealed class A; static class B; abstract class C; sealed record D; readonly record struct E; struct F; enum G { } interface H;", true)]
    public void An_open_class_is_a_breach(string text, bool holds) => Assert.Equal(holds, !Rules.Closed(Source(text)).Any());

    [Fact]
    public void A_stray_file_at_the_root_is_a_breach()
    {
        Assert.Equal(["build.sh stands at the root", "docs stands at the root"], Rules.AtRoot(["src", ".github", "artifacts", "build.sh", "docs"]));
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public void A_readme_has_25_lines_at_most(int lines, bool holds) =>
        Assert.Equal(holds, !Rules.Readme("Room", string.Concat(Enumerable.Repeat("line\n", lines))).Any());

    [Fact]
    public void A_room_without_a_readme_is_a_breach() => Assert.NotEmpty(Rules.Readme("Room", null));

    private static Project Project(string room, string? seen, string? package) => Tests.Project.Parse(
        $"{Law.Root}.{room}.csproj",
        $"<Project><ItemGroup>{(seen is null ? "" : $"<ProjectReference Include=\"..\\{Law.Root}.{seen}\\{Law.Root}.{seen}.csproj\" />")}{(package is null ? "" : $"<PackageReference Include=\"{package}\" />")}</ItemGroup></Project>");

    private static SourceFile Source(string text, string room = "Imaging", string path = "X.cs") => new($"{Law.Root}.{room}", path, text);
}
