namespace DefectVision.Evidence.Documents;

/// <summary>A part of a document that stands for itself. A document is a row of blocks; each renderer knows how each of them looks.</summary>
internal abstract record Block;

/// <summary>How high a heading stands.</summary>
internal enum Rank
{
    Title,
    Section,
    Lot,
    Part,
}

/// <param name="Anchor">Where links and the outline lead; null for a part.</param>
internal sealed record Heading(Rank Rank, Line Text, string? Anchor = null) : Block;

/// <summary>How a paragraph is set.</summary>
internal enum Manner
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
internal sealed record Paragraph(Line Text, Manner Manner = Manner.Plain, bool LeadsIn = false) : Block;

/// <param name="IsSmall">In the letters of a note.</param>
internal sealed record Bullets(IReadOnlyList<Line> Lines, bool IsNumbered = false, bool IsSmall = false) : Block;

/// <summary>Two columns of blocks, short enough for a page.</summary>
internal sealed record Beside(IReadOnlyList<Block> Left, IReadOnlyList<Block> Right) : Block;

/// <param name="Value">Null: not given.</param>
internal sealed record Fact(Line Term, Line Value, bool IsKnown = true);

/// <param name="IsPaired">Two facts beside each other.</param>
internal sealed record Facts(IReadOnlyList<Fact> All, bool IsPaired = false) : Block;

/// <param name="IsNumber">Set to the right, never broken.</param>
/// <param name="IsWhole">Never broken.</param>
internal sealed record Column(Line Title, bool IsNumber = false, bool IsWhole = false);

/// <param name="Cells">One a column; each of one or several lines under each other.</param>
/// <param name="IsSum">The sum of those above.</param>
/// <param name="Under">Lines under the row, as wide as the table.</param>
internal sealed record Row(IReadOnlyList<Cell> Cells, bool IsSum = false, IReadOnlyList<Line>? Under = null);

/// <summary>A cell of a table.</summary>
internal sealed record Cell(IReadOnlyList<Line> Lines)
{
    public static implicit operator Cell(Line line) => new([line]);

    public static implicit operator Cell(string text) => new([Line.Of(text)]);
}

/// <summary>How closely a table is set.</summary>
internal enum Spacing
{
    Plain,
    Compact,

    /// <summary>Compact, and its rows close to each other.</summary>
    Tight,
    Narrow,
}

/// <param name="Rows">Made when they are needed: there may be many thousands, and they are read more than once.</param>
/// <param name="IsKept">Short, and never parted by the end of a page.</param>
internal sealed record Table(IReadOnlyList<Column> Columns, IEnumerable<Row> Rows, Spacing Spacing = Spacing.Plain, bool IsKept = false) : Block;

internal sealed record Figure(Drawing Drawing, Line Caption) : Block;

/// <summary>Blocks in a frame.</summary>
internal sealed record Box(IReadOnlyList<Block> Blocks) : Block;

/// <summary>Pictures in two columns.</summary>
internal sealed record Pictures(IReadOnlyList<Picture> All) : Block;

/// <param name="Name">What it is of, for those who cannot see it.</param>
/// <param name="Jpeg">The picture.</param>
/// <param name="Lines">Under it.</param>
internal sealed record Picture(string Name, byte[] Jpeg, IReadOnlyList<Line> Lines);

/// <summary>Places to sign beside each other.</summary>
/// <param name="Labels">Who signs where.</param>
internal sealed record Signatures(IReadOnlyList<Line> Labels) : Block;

/// <summary>Exhibits beside each other.</summary>
internal sealed record Cards(IEnumerable<Card> All) : Block;

/// <param name="Shots">Its photos; one at least.</param>
/// <param name="Foot">What is not shown; null when all is.</param>
internal sealed record Card(Line Title, Line Text, IReadOnlyList<Shot> Shots, Line? Foot);

/// <param name="Name">What the picture is of, for those who cannot see it.</param>
/// <param name="Picture">Made when it is needed.</param>
/// <param name="Tag">Over the picture; null: none, and a thin frame.</param>
/// <param name="HasHeatMap">Room is kept for one, whether it can be made or not.</param>
/// <param name="Lines">Under it.</param>
internal sealed record Shot(string Name, Func<ShotPictures> Picture, Line? Tag, bool HasHeatMap, IReadOnlyList<Line> Lines);

/// <summary>The pictures of a shot.</summary>
/// <param name="Jpeg">The photo; null: <paramref name="Reason"/> stands in its place.</param>
/// <param name="HeatMapJpeg">Null where there is none.</param>
/// <param name="HeatMapLegend">The scale in numbers.</param>
internal sealed record ShotPictures(byte[]? Jpeg, Line? Reason, byte[]? HeatMapJpeg = null, Line? HeatMapLegend = null);
