using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>
/// Page one, in the order that readers of inspection reports expect: who, what, where and when; the conclusion and the result of each section; the defects found
/// against those allowed; the worst of them in pictures; what to do and by when; places to sign. What a method needs to say stands behind it.
/// </summary>
internal static class PageOne
{
    private const int MostPictures = 4;

    public static IEnumerable<Block> Of(InspectionRecord record, Terms terms, ReportNumber number, RemedyTables? remedy, ExhibitPictures pictures, Words words)
    {
        yield return new Heading(Rank.Title, words.Say(ReportFile.Title));
        yield return Section.Paragraph(words, Conclusion(record), Manner.Lead);
        yield return Facts(record, terms, number, words);
        if (record.Lots.Count == 0)
        {
            yield return Section.Paragraph(words, $"No lot was found: there is no verdict but Hold.", Manner.None);
        }

        var all = ResultsTable.WorstFirst(record);
        var isMany = all.Count > ResultsTable.LotsAcross;
        var shown = isMany ? all.Take(ResultsTable.LotsAcross).ToList() : record.Lots;
        if (shown.Count > 0)
        {
            yield return new ResultsTable(record, shown, words).Of(hasTotals: isMany);
        }

        var steps = new NextSteps(record, remedy, words);
        List<Block> chart = [.. Chart(shown, record, terms, words)], worst = [.. Worst(record, pictures, words)];
        List<Block> notes = shown.Count == 0 ? [] : [.. InColumns(words.Say($"{Listed.Sentences([.. Notes(record, isMany)])}"), Manner.Under)];

        // Where two languages leave no room above for what the table's words mean, it stands at the foot.
        var isAtFoot = words.Language.Second is not null && chart.Count > 0 && worst.Count > 0;
        foreach (var block in Shown(chart, worst, isAtFoot ? [] : notes, steps.First))
        {
            yield return block;
        }

        yield return new Signatures([.. Signers(record, words)]);
        foreach (var block in isAtFoot ? notes : [])
        {
            yield return block;
        }

        var contents = new Listed([.. Section.All.Select(section => (object)new Styled(section.Title, Setting.Plain, section.Anchor))], "; ");
        yield return Section.Paragraph(words, $"In this report: {contents}.", Manner.Contents);
        yield return new PageEnd();
        foreach (var block in steps.Others.Concat(Others(record, [.. all.Skip(shown.Count)], terms, words)))
        {
            yield return block;
        }
    }

    // Two columns as far as there is something for both.
    private static IEnumerable<Block> Shown(IReadOnlyList<Block> chart, IReadOnlyList<Block> worst, IReadOnlyList<Block> notes, IReadOnlyList<Block> steps) =>
        chart.Count == 0 ? [.. worst, .. notes, .. steps]
        : worst.Count == 0 ? [new Beside(chart, notes), .. steps]
        : [.. notes, new Beside(chart, worst), .. steps];

    // Two languages stand beside each other: they take less room so.
    private static IEnumerable<Block> InColumns(Line text, Manner manner) => text.Second is { } second
        ? [new Beside([new Paragraph(new Line(text.First), manner)], [new Paragraph(new Line(second), manner)])]
        : [new Paragraph(text, manner)];

    private static FormattableString Conclusion(InspectionRecord record)
    {
        FormattableString verdict = record.Lots.Select(Phrases.VerdictBasis).Select(FormattableString.Invariant).Distinct(StringComparer.Ordinal).Count() == 1
            ? Phrases.Concluded(record.Verdict, Phrases.VerdictBasis(record))
            : Phrases.Marked(record.Verdict);
        return record.Lots.Count < 2 ? $"Conclusion: {verdict}." : (FormattableString)$"Conclusion: {verdict}. {Tally(record)}";
    }

    private static FormattableString Tally(InspectionRecord record) => $"Of {Figures.Count(record.Lots.Count)} lots: {Listed.Commas(new[] { Verdict.Reject, Verdict.Hold, Verdict.Accept }
        .Select(verdict => (Verdict: verdict, Count: record.Lots.Count(lot => lot.Verdict == verdict)))
        .Where(part => part.Count > 0)
        .Select(part => (FormattableString)$"{Phrases.Answer(part.Verdict)} {Figures.Count(part.Count)}"))}.";

    private static Facts Facts(InspectionRecord record, Terms terms, ReportNumber number, Words words)
    {
        var (agreement, visit) = (record.Agreement, record.Agreement.Visit);
        return new Facts(
            [
                Fact($"Purchase order", Given(agreement.PurchaseOrder)),
                Fact($"Report number", $"{number.Text}"),
                Fact($"Product", Given(agreement.Product)),
                Fact($"Report of", $"{Figures.Date(record.AsOf)}; {Piece.Name(record.Name)}"),
                Fact($"Supplier", Given(agreement.Supplier?.Name)),
                Fact($"Inspected on", visit.Date is { } day ? (FormattableString)$"{Figures.Day(day)}" : null),
                Fact($"Factory", Given(agreement.Factory?.Name)),
                Fact($"Place", Given(visit.Place)),
                Fact($"Buyer", Given(agreement.Buyer?.Name)),
                Fact($"Inspector", Given(visit.Inspector)),
                new Fact(words.Inline($"Standard, level"), Standard(record, terms, words)),
                new Fact(words.Inline($"Limits"), new Line([.. terms.Limits.SelectMany((limit, at) => (Piece[])[new(at == 0 ? string.Empty : ", "), .. Limit(limit, words)])])),
                Fact($"Photos / files", $"{Figures.Count(record.PhotosRead)} / {Figures.Count(record.Files.Count)}"),
                record.Confirmed is { } confirmed
                    ? new Fact(words.Inline($"Looked at by"), Line.Of([.. confirmed.Readers.SelectMany((reader, at) => at == 0 ? [Piece.Name(reader)] : new[] { new Piece(", "), Piece.Name(reader) })]))
                    : Fact($"Looked at by", $"nobody yet"),
            ],
            IsPaired: true);

        Fact Fact(FormattableString term, FormattableString? value) => new(words.Inline(term), words.Inline(value ?? Phrases.NotGiven), value is not null);
    }

    private static Line Standard(InspectionRecord record, Terms terms, Words words) => !terms.NeedsStandard ? words.Inline($"not used: no plan is read from a table") : new Line(
    [
        .. words.Inline(Applied(terms.Standard)).First, new Piece("; "), .. words.Inline(Applied(terms.InspectionLevel)).First, new Piece("; "), .. words.Inline(terms.InspectionSeverity).First,
        .. terms.LotSeverities.SelectMany(lot => (Piece[])[new("; "), Piece.Name(LotNames.Short(record, lot.Lot)), new(": "), .. words.Inline(lot.Severity).First]),
    ]);

    private static FormattableString? Given(string? text) => text is null ? null : (FormattableString)$"{Piece.Name(text)}";

    private static FormattableString Applied(Term term) => term.IsDefault ? (FormattableString)$"{term.Value} (default, not agreed)" : $"{term.Value}";

    private static IEnumerable<Piece> Limit(LimitTerm limit, Words words) =>
    [
        .. words.Inline(limit.Severity.InWords).First, new Piece(words.Language.First.IsUnspaced && !limit.Limit.IsAllowed ? string.Empty : " "),
        .. words.Inline(limit.IsDefault ? $"{limit.Limit.InWords} (default)" : limit.Limit.InWords).First,
    ];

    // What the table's words mean, as far as they stand in it.
    private static IEnumerable<FormattableString> Notes(InspectionRecord record, bool isMany)
    {
        if (isMany)
        {
            yield return $"Shown are the {ResultsTable.LotsAcross} worst lots; the others follow on the next page.";
        }

        if (record.Lots.Any(lot => lot.Tally.Review is not null))
        {
            yield return $"Found: items of the sample that persons confirmed as defective.";
        }

        if (record.Lots.Any(lot => lot.Tally.Review is null && lot.Tally.Flagged > 0))
        {
            yield return $"Flagged: by the model, not confirmed by a person.";
        }

        if (LotNames.Of(record, lot => lot.Lot.Strange is not null) is { } strange)
        {
            yield return $"The model does not know the goods of {strange}: its flags decide nothing there.";
        }

        foreach (var note in UnsureFlagNotes.Of(record))
        {
            yield return note;
        }

        if (record.Lots.Any(lot => lot.Readings.Any(reading => reading.AcceptanceNumber is not null)))
        {
            yield return $"Allowed: Ac of the sampling plan.";
        }

        if (record.Lots.Any(lot => lot.Readings.Any(reading => reading.AcceptsUpTo > reading.AcceptanceNumber)))
        {
            yield return $"Where a count between Ac and Re accepts, the number allowed is the largest that does.";
        }

        if (record.Lots.Any(lot => lot.Lot.Items.Any(item => item.IsOpen)))
        {
            yield return record.Model is null
                ? (FormattableString)$"Open: disputed, unsure or not decided."
                : $"Open: flagged and unread, disputed, unsure or not decided.";
        }

        if (record.Lots.Any(lot => lot.Claim?.AtLeast is { Class: not null, Rate: > 0 }))
        {
            yield return record.Plan is { Lots: > 1 } plan
                ? (FormattableString)$"At least: {Figures.Level(Inspection.Claiming.AnalysisPlan.Together.Value)} confident, counting all {Figures.Count(plan.Lots)} lots."
                : $"At least: {Figures.Level(Inspection.Claiming.AnalysisPlan.Together.Value)} confident.";
        }

        foreach (var condition in record.Lots.Where(ResultsTable.IsConditional).Select(lot => lot.Sample.Condition!).DistinctBy(FormattableString.Invariant))
        {
            yield return $"* Not guaranteed: {condition}.";
        }

        if (record.Lots.Any(lot => ResultsTable.IsBounded(lot) || ResultsTable.IsConditional(lot)) && record.Lots.Any(ResultsTable.IsNotGuaranteed))
        {
            yield return $"Not guaranteed: nothing shows yet that the items inspected stand for the whole lot ({Section.Lots.Reference}).";
        }
    }

    // The worst items that a person, a measurement or a test shows defective, as close as they were photographed.
    private static IEnumerable<Block> Worst(InspectionRecord record, ExhibitPictures pictures, Words words)
    {
        var numbers = ExhibitNumbers.Of(record);
        var shown = record.Lots
            .SelectMany(lot => Exhibited.Items(lot).Where(item => item.IsNonconforming).Select(item => (Lot: lot.Lot.Name, Item: item)))
            .OrderByDescending(one => one.Item.WorstSeverity)
            .ThenByDescending(one => one.Item.Rank)
            .Select(one => (one.Lot, one.Item, Picture: Exhibited.Photos(one.Item).OrderByDescending(photo => photo.Rank).Select(pictures.Closest).FirstOrDefault(picture => picture is not null)))
            .Where(one => one.Picture is not null)
            .Take(MostPictures)
            .Select(one => new Picture(
                one.Item.Name,
                one.Picture!,
                [
                    new Line(
                    [
                        .. words.Inline($"Exhibit {numbers.Of(one.Lot, one.Item.Name) ?? 0}").First, new Piece(": "),
                        Piece.Name(LotNames.Short(record, one.Lot)), new Piece(", "), Piece.Name(one.Item.Name), new Piece(", "),
                        .. words.Inline(What(one.Item)).First, new Piece(" ("), .. words.Inline($"{new Word(one.Item.WorstSeverity ?? Severity.Major)}").First, new Piece(")"),
                    ]),
                ]))
            .ToList();
        if (shown.Count == 0)
        {
            shown = Unlike(record, pictures, words);
        }

        if (shown.Count > 0)
        {
            yield return new Pictures(shown, IsLow: words.Language.Second is not null);
        }
    }

    // Where nothing is shown defective: what to look at first, of every lot in turn.
    private static List<Picture> Unlike(InspectionRecord record, ExhibitPictures pictures, Words words) =>
    [
        .. record.Lots
            .SelectMany(lot => Exhibited.LookFirst(lot).Take(MostPictures).Select((item, at) => (lot.Lot.Name, Item: item, At: at)))
            .OrderBy(one => one.At)
            .ThenByDescending(one => one.Item.Rank)
            .Select(one => (one.Name, one.Item, Picture: pictures.Closest(Exhibited.Main(one.Item)!)))
            .Where(one => one.Picture is not null)
            .Take(MostPictures)
            .Select(one => new Picture(
                one.Item.Name,
                one.Picture!,
                [words.Say($"To look at first: {Piece.Name(LotNames.Short(record, one.Name))}, {Piece.Name(one.Item.Name)}")])),
    ];

    private static FormattableString What(Item item) => item.IsConfirmed
        ? Phrases.DefectClass(item.DefectClass)
        : $"{Listed.Commas(item.ByFact.Select(fact => Piece.Name(fact.What)).Distinct())}";

    private static IEnumerable<Block> Chart(IReadOnlyList<LotJudgement> lots, InspectionRecord record, Terms terms, Words words)
    {
        if (!lots.Any(lot => ChartedShare.Of(lot) is not null))
        {
            yield break;
        }

        yield return new Figure(
            ShareChart.Of(record, lots, terms.Limits, record.Agreement.Contract.TolerancePercent, words),
            words.Say(ShareFinding.Of(record, lots, terms.Limits)));
    }

    private static IEnumerable<Line> Signers(InspectionRecord record, Words words) => new (FormattableString Who, string? Name)[]
    {
        ($"Inspector, date", record.Agreement.Visit.Inspector), ($"For the supplier, date", record.Agreement.Visit.Representative), ($"For the buyer, date", null),
    }.Select(signer => signer.Name is { } name ? new Line([.. words.Inline(signer.Who).First, new Piece(": "), Piece.Name(name)]) : words.Inline(signer.Who));

    private static IEnumerable<Block> Others(InspectionRecord record, IReadOnlyList<LotJudgement> others, Terms terms, Words words)
    {
        if (others.Count == 0)
        {
            yield break;
        }

        yield return Section.Part(words, $"The other lots");
        foreach (var part in others.Chunk(ResultsTable.LotsAcross))
        {
            yield return new ResultsTable(record, part, words).Of(hasTotals: false);
        }
    }
}
