using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Report;

/// <summary>A numbered part of the report; the contents on page one and the headings are written from the same list.</summary>
internal sealed record Section(string Anchor, string Title)
{
    public static Section Inspected { get; } = new("inspected", "2. What was inspected and how it was chosen");

    public static Section Accounting { get; } = new("accounting", "3. Accounting of photos");

    public static Section Lots { get; } = new("lots", "4. Lots: findings, plan and exhibits");

    public static Section Check { get; } = new("check", "5. How to check this");

    public static Section Model { get; } = new("model", "6. The model and its limits");

    public static Section NotSaid { get; } = new("not-said", "7. What this report does not say");

    public static Section Items { get; } = new("items", "Annex A. Table of all items");

    public static Section Glossary { get; } = new("glossary", "Annex B. Glossary");

    public static Section Run { get; } = new("run", "Annex C. Run details");

    public static IReadOnlyList<Section> All { get; } = [Inspected, Accounting, Lots, Check, Model, NotSaid, Items, Glossary, Run];

    public void Heading(Html html) => html.Element("h2", Title, ("id", Anchor));

    /// <summary>A list of sentences; nothing when there are none.</summary>
    public static void Sentences(Html html, IReadOnlyCollection<string> sentences)
    {
        if (sentences.Count == 0)
        {
            return;
        }

        using (html.Open("ul"))
        {
            foreach (var sentence in sentences)
            {
                html.Element("li", sentence);
            }
        }
    }

    /// <summary>A term and its value in a list of facts; an absent value is printed as not given.</summary>
    public static void Fact(Html html, string term, string? value)
    {
        html.Element("dt", term);
        html.Element("dd", value ?? Phrases.NotGiven, ("class", value is null ? "none" : null));
    }

    /// <summary>The head of a table, repeated on every page; a title that begins with '#' heads a column of numbers.</summary>
    public static void TableHead(Html html, params ReadOnlySpan<string> titles)
    {
        using (html.Open("thead"))
        using (html.Open("tr"))
        {
            foreach (var title in titles)
            {
                var isNumber = title.StartsWith('#');
                html.Element("th", isNumber ? title[1..] : title, ("class", isNumber ? "num" : null));
            }
        }
    }

    public static void Number(Html html, string text) => html.Element("td", text, ("class", "num"));
}
