namespace Architecture.Tests;

/// <summary>The house as it stands keeps the law.</summary>
public sealed class HouseTests
{
    [Fact]
    public void A_room_sees_only_what_it_may() => Holds(Repository.Projects.SelectMany(Rules.References));

    [Fact]
    public void A_foreign_package_is_referenced_only_by_the_room_whose_door_it_is() => Holds(Repository.Projects.SelectMany(Rules.Packages));

    [Fact]
    public void A_door_opens_into_one_folder() => Holds(Repository.Sources.SelectMany(Rules.Doors));

    [Fact]
    public void One_file_knows_about_channels() => Holds(Rules.Concurrency(Repository.Sources));

    [Fact]
    public void A_room_never_says_the_words_of_others() => Holds(Repository.Sources.SelectMany(Rules.Words));

    [Fact]
    public void A_namespace_is_project_and_folder() => Holds(Repository.Sources.SelectMany(Rules.Namespace));

    [Fact]
    public void A_file_holds_one_type_or_a_family_of_records() =>
        Holds(Repository.Sources.Where(file => !Law.FilesWithCompany.Contains(file.ToString())).SelectMany(Rules.OneType));

    [Fact]
    public void A_file_that_no_longer_needs_an_exception_has_none() =>
        Assert.Empty(Law.FilesWithCompany.Except(Repository.Sources.Where(file => Rules.OneType(file).Any()).Select(file => file.ToString())));

    [Fact]
    public void No_name_says_that_nobody_decided() => Holds(Repository.Sources.SelectMany(Rules.Names));

    [Fact]
    public void Every_class_is_closed() => Holds(Repository.Sources.SelectMany(Rules.Closed));

    [Fact]
    public void Nothing_else_stands_at_the_root() =>
        Holds(Rules.AtRoot(Directory.GetFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry))));

    [Fact]
    public void Every_room_says_what_it_is_in_25_lines() => Holds(Repository.ProjectFiles.SelectMany(project =>
    {
        var readme = Path.Combine(Path.GetDirectoryName(project)!, "README.md");
        return Rules.Readme(Path.GetFileNameWithoutExtension(project), File.Exists(readme) ? File.ReadAllText(readme) : null);
    }));

    [Fact]
    public void Every_sentence_that_the_report_may_say_has_a_Chinese_one() => Holds(Sentences.Written
        .Where(sentence => Sentences.HasWords(sentence.Template) && !Sentences.Chinese.Contains(sentence.Template))
        .Select(sentence => $"{sentence.Where}: {sentence.Template}"));

    // A word of an enumeration has no place for anything.
    [Fact]
    public void A_Chinese_sentence_goes_when_its_English_one_goes() =>
        Assert.Empty(Sentences.Chinese.Where(template => template.Contains('{', StringComparison.Ordinal) && template[0] != '~').Except(Sentences.Written.Select(sentence => sentence.Template)));

    // A search that finds nothing to look at would pass every law.
    [Fact]
    public void The_house_was_found()
    {
        Assert.Contains(Repository.Projects, project => project.Name == "Cli");
        Assert.Contains(Repository.Projects, project => project.Name == "Training");
        Assert.True(Repository.Sources.Count > 100);
        Assert.Contains(Sentences.Written, sentence => Sentences.Chinese.Contains(sentence.Template));
    }

    private static void Holds(IEnumerable<string> breaches)
    {
        var found = breaches.Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
