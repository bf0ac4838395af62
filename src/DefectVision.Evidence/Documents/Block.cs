namespace DefectVision.Evidence.Documents;

/// <summary>A part of a document that stands for itself. A document is a row of blocks; each renderer knows how each of them looks.</summary>
public abstract record Block;

/// <summary>How high a heading stands.</summary>
public enum Rank
{
    Title,
    Section,
    Lot,
    Part,
}

/// <param name="Anchor">Where links and the outline lead; null for a part.</param>
public sealed record Heading(Rank Rank, Line Text, string? Anchor = null) : Block;

/// <summary>How a paragraph is set.</summary>
public enum Manner
{
    Plain,

    /// <summary>The first sentence of all.</summary>
    Lead,

    /// <summary>Small and soft.</summary>
    Note,

    /// <summary>The same, one language under the other.</summary>
    Under,

    /// <summary>Says that there is nothing.</summary>
    None,

    /// <summary>The list of contents.</summary>
    Contents,
}

/// <param name="LeadsIn">It belongs to what follows and may not be parted from it.</param>
public sealed record Paragraph(Line Text, Manner Manner = Manner.Plain, bool LeadsIn = false) : Block;

/// <param name="IsSmall">In the letters of a note.</param>
public sealed record Bullets(IReadOnlyList<Line> Lines, bool IsNumbered = false, bool IsSmall = false) : Block;

/// <summary>What follows begins on a new page, unless most of this one would stay empty.</summary>
public sealed record PageEnd : Block;

/// <summary>Two columns of blocks, short enough for a page.</summary>
public sealed record Beside(IReadOnlyList<Block> Left, IReadOnlyList<Block> Right) : Block;

/// <param name="Value">Null: not given.</param>
public sealed record Fact(Line Term, Line Value, bool IsKnown = true);

/// <param name="IsPaired">Two facts beside each other.</param>
public sealed record Facts(IReadOnlyList<Fact> All, bool IsPaired = false) : Block;

/// <param name="IsNumber">Set to the right, never broken.</param>
/// <param name="IsWhole">Never broken.</param>
public sealed record Column(Line Title, bool IsNumber = false, bool IsWhole = false);

/// <param name="Cells">One a column; each of one or several lines under each other.</param>
/// <param name="IsSum">The sum of those above.</param>
/// <param name="Under">Lines under the row, as wide as the table.</param>
public sealed record Row(IReadOnlyList<Cell> Cells, bool IsSum = false, IReadOnlyList<Line>? Under = null);

/// <summary>A cell of a table.</summary>
public sealed record Cell(IReadOnlyList<Line> Lines)
{
    public static implicit operator Cell(Line line) => new([line]);

    public static implicit operator Cell(string text) => new([Line.Of(text)]);
}

/// <summary>How closely a table is set.</summary>
public enum Spacing
{
    Plain,
    Compact,

    /// <summary>Compact, and its rows close to each other.</summary>
    Tight,
    Narrow,
}

/// <param name="Rows">Made when they are needed: there may be many thousands, and they are read more than once.</param>
/// <param name="IsKept">Short, and never parted by the end of a page.</param>
public sealed record Table(IReadOnlyList<Column> Columns, IEnumerable<Row> Rows, Spacing Spacing = Spacing.Plain, bool IsKept = false) : Block;

public sealed record Figure(Drawing Drawing, Line Caption) : Block;

/// <summary>Blocks in a frame.</summary>
public sealed record Box(IReadOnlyList<Block> Blocks) : Block;

/// <summary>Pictures in two columns.</summary>
/// <param name="IsLow">Where there is little room on paper.</param>
public sealed record Pictures(IReadOnlyList<Picture> All, bool IsLow = false) : Block;

/// <param name="Name">What it is of, for those who cannot see it.</param>
/// <param name="Jpeg">Read when it is drawn.</param>
/// <param name="Lines">Under it.</param>
public sealed record Picture(string Name, Func<byte[]?> Jpeg, IReadOnlyList<Line> Lines);

/// <summary>Places to sign beside each other.</summary>
/// <param name="Labels">Who signs where.</param>
public sealed record Signatures(IReadOnlyList<Line> Labels) : Block;

/// <summary>Exhibits one under the other; two beside each other where each has one picture alone.</summary>
public sealed record Cards(IEnumerable<Card> All) : Block;

/// <param name="Main">The photo shown over half a page; null when the item has none.</param>
/// <param name="CloseUp">Of the main photo, beside it; null where no place was found.</param>
/// <param name="HeatMap">Of the main photo, small; null where there is none.</param>
/// <param name="Others">Small.</param>
/// <param name="Foot">What is not shown; null when all is.</param>
public sealed record Card(Line Title, Line Text, Shot? Main, Shot? CloseUp, Shot? HeatMap, IReadOnlyList<Shot> Others, Line? Foot)
{
    /// <summary>The small pictures: in the half beside the main photo where no close-up takes it, the rest below.</summary>
    public (IReadOnlyList<Shot> Beside, IReadOnlyList<Shot> Below) Small
    {
        get
        {
            if (CloseUp is not null)
            {
                return (HeatMap is null ? [] : [HeatMap], Others);
            }

            IReadOnlyList<Shot> all = HeatMap is null ? Others : [HeatMap, .. Others];
            return ([.. all.Take(MostBeside)], [.. all.Skip(MostBeside)]);
        }
    }

    /// <summary>Half a page is enough for it.</summary>
    public bool IsNarrow => CloseUp is null && HeatMap is null && Others.Count == 0;

    private const int MostBeside = 4;
}

/// <summary>A picture with what stands under it.</summary>
/// <param name="Name">What the picture is of, for those who cannot see it.</param>
/// <param name="Picture">Read when it is drawn; null: <paramref name="Instead"/> stands in its place.</param>
/// <param name="Tag">Over the picture; null: none, and a thin frame.</param>
/// <param name="Lines">Under it.</param>
/// <param name="IsPhoto">The photo itself, not something made of it.</param>
public sealed record Shot(string Name, Func<byte[]?>? Picture, Line? Instead, Line? Tag, IReadOnlyList<Line> Lines, bool IsPhoto = true);
