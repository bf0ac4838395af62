using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Report;

/// <summary>A numbered part of the report; the contents on page one and the headings are written from the same list.</summary>
internal sealed record Section(string Anchor, FormattableString Title)
{
    public static Section Inspected { get; } = new("inspected", $"2. What was inspected and how it was chosen");

    public static Section Accounting { get; } = new("accounting", $"3. Accounting of photos");

    public static Section Lots { get; } = new("lots", $"4. Lots: findings, plan and exhibits");

    public static Section Measured { get; } = new("measured", $"5. Measurements, tests and a third party's report");

    public static Section Remedy { get; } = new("remedy", $"6. Remedy: dates and amounts");

    public static Section Check { get; } = new("check", $"7. How to check this");

    public static Section Model { get; } = new("model", $"8. The model and its limits");

    public static Section NotSaid { get; } = new("not-said", $"9. What this report does not say");

    public static Section Items { get; } = new("items", $"Annex A. Table of all items");

    public static Section Glossary { get; } = new("glossary", $"Annex B. Glossary");

    public static Section Run { get; } = new("run", $"Annex C. Run details");

    public static IReadOnlyList<Section> All { get; } = [Inspected, Accounting, Lots, Measured, Remedy, Check, Model, NotSaid, Items, Glossary, Run];

    public Heading Heading(Words words) => new(Rank.Section, words.Say(Title), Anchor);

    public static Heading Part(Words words, FormattableString title) => new(Rank.Part, words.Say(title));

    public static Paragraph Paragraph(Words words, FormattableString text, Manner manner = Manner.Plain, bool leadsIn = false) => new(words.Say(text), manner, leadsIn);

    public static Bullets Sentences(Words words, IEnumerable<FormattableString> sentences, bool isNumbered = false) => new([.. sentences.Select(words.Say)], isNumbered);

    /// <summary>A term and its value in a list of facts; an absent value is printed as not given.</summary>
    public static Fact Fact(Words words, FormattableString term, FormattableString? value) => new(words.Say(term), words.Say(value ?? Phrases.NotGiven), value is not null);

    /// <summary>The head of a table; a title that begins with '#' heads a column of numbers, one with '=' a column that is never broken.</summary>
    public static IReadOnlyList<Column> Columns(Words words, params FormattableString[] titles) =>
    [
        .. titles.Select(title => title.Format[0] switch
        {
            '#' => new Column(words.Say(Bare(title)), IsNumber: true),
            '=' => new Column(words.Say(Bare(title)), IsWhole: true),
            _ => new Column(words.Say(title)),
        }),
    ];

    private static FormattableString Bare(FormattableString title) =>
        System.Runtime.CompilerServices.FormattableStringFactory.Create(title.Format[1..], title.GetArguments());
}
