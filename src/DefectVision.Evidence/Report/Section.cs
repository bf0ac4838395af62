using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Report;

/// <summary>A part of the report. Its number follows from its place: headings, contents and references are all written from the same list.</summary>
/// <param name="Anchor">Where links lead.</param>
/// <param name="Name">Without its number.</param>
/// <param name="IsAnnex">Has a letter in place of a number.</param>
internal sealed record Section(string Anchor, FormattableString Name, bool IsAnnex = false)
{
    /// <summary>Page one is the first.</summary>
    private const int First = 2;

    public static Section Inspected { get; } = new("inspected", $"What was inspected and how it was chosen");

    public static Section Accounting { get; } = new("accounting", $"Accounting of photos");

    public static Section Lots { get; } = new("lots", $"Lots: findings, plan and exhibits");

    public static Section Measured { get; } = new("measured", $"Measurements, tests and a third party's report");

    public static Section Remedy { get; } = new("remedy", $"Remedy: dates and amounts");

    public static Section Check { get; } = new("check", $"How to check this");

    public static Section Model { get; } = new("model", $"The model and its limits");

    public static Section NotSaid { get; } = new("not-said", $"What this report does not say");

    public static Section Items { get; } = new("items", $"Table of all items", IsAnnex: true);

    public static Section Glossary { get; } = new("glossary", $"Glossary", IsAnnex: true);

    public static Section Run { get; } = new("run", $"Run details", IsAnnex: true);

    public static IReadOnlyList<Section> All { get; } = [Inspected, Accounting, Lots, Measured, Remedy, Check, Model, NotSaid, Items, Glossary, Run];

    /// <summary>"4" or "A".</summary>
    public string Number
    {
        get
        {
            var place = All.Where(other => other.IsAnnex == IsAnnex).TakeWhile(other => other != this).Count();
            return IsAnnex ? ((char)('A' + place)).ToString() : (First + place).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>"4. Lots", "Annex A. Table of all items".</summary>
    public FormattableString Title => IsAnnex ? (FormattableString)$"Annex {Number}. {Name}" : $"{Number}.\u00A0{Name}";

    /// <summary>"section 4" inside a sentence, leading there.</summary>
    public Styled Reference => new(IsAnnex ? (FormattableString)$"Annex {Number}" : $"section {Number}", Setting.Plain, Anchor);

    public Heading Heading(Words words) => new(Rank.Section, words.Say(Title), Anchor);

    public static Heading Part(Words words, FormattableString title) => new(Rank.Part, words.Say(title));

    public static Paragraph Paragraph(Words words, FormattableString text, Manner manner = Manner.Plain, bool leadsIn = false) => new(words.Say(text), manner, leadsIn);

    public static Bullets Sentences(Words words, IEnumerable<FormattableString> sentences, bool isNumbered = false) => new([.. sentences.Select(words.Say)], isNumbered);

    /// <summary>A term and its value in a list of facts; an absent value is printed as not given.</summary>
    public static Fact Fact(Words words, FormattableString term, FormattableString? value) => new(words.Say(term), words.Say(value ?? Phrases.NotGiven), value is not null);
}
