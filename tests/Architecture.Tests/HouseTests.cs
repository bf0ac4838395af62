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

    // Who edits a sentence edits it under its identifier, too: the other languages keep theirs.
    [Fact]
    public void Every_sentence_that_the_report_may_say_has_an_identifier()
    {
        var known = Sentences.English.Values.ToHashSet(StringComparer.Ordinal);
        Holds(Sentences.Written
            .Where(sentence => Sentences.HasWords(sentence.Template) && !known.Contains(sentence.Template))
            .Select(sentence => $"{sentence.Where}: {sentence.Template}; the nearest is {Sentences.Nearest(sentence.Template)}"));
    }

    // A word of an enumeration has no place for anything; what is repeated comes from elsewhere.
    [Fact]
    public void A_sentence_goes_when_the_sources_no_longer_write_it()
    {
        var written = Sentences.Written.Select(sentence => sentence.Template).ToHashSet(StringComparer.Ordinal);
        Holds(Sentences.English
            .Where(sentence => sentence.Value.Contains('{', StringComparison.Ordinal) && !sentence.Key.StartsWith("repeated.", StringComparison.Ordinal) && !written.Contains(sentence.Value))
            .Select(sentence => $"{sentence.Key}: {sentence.Value}"));
    }

    // A search that finds nothing to look at would pass every law.
    [Fact]
    public void The_house_was_found()
    {
        Assert.Contains(Repository.Projects, project => project.Name == "Cli");
        Assert.Contains(Repository.Projects, project => project.Name == "Training");
        Assert.True(Repository.Sources.Count > 100);
        Assert.Contains(Sentences.Written, sentence => Sentences.English.Values.Contains(sentence.Template));
    }

    private static void Holds(IEnumerable<string> breaches)
    {
        var found = breaches.Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
