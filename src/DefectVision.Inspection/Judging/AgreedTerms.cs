using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Languages;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Judging;

/// <summary>The agreement with the defaults filled in where nothing was agreed, each default named.</summary>
public sealed class AgreedTerms
{
    /// <summary>What a flagged item counts as when nobody agreed a severity for its class.</summary>
    public const Severity DefaultSeverity = Severity.Major;

    private static readonly IReadOnlyDictionary<Severity, SeverityLimit> DefaultLimits = new Dictionary<Severity, SeverityLimit>
    {
        [Severity.Critical] = SeverityLimit.NotAllowed,
        [Severity.Major] = new(2.5m),
        [Severity.Minor] = new(4.0m),
    };

    private readonly Agreement _agreement;

    public AgreedTerms(Agreement agreement)
    {
        _agreement = agreement;
        Standard = agreement.Standard ?? Iso2859.Edition;

        // A severity that is counted together with others has no default of its own beside what was agreed.
        Limits = AgreedLimit.Ordered(
        [
            .. agreement.Combined,
            .. agreement.Limits.Select(limit => new AgreedLimit(limit.Key, limit.Value)),
            .. DefaultLimits
                .Where(limit => !agreement.Limits.ContainsKey(limit.Key) && !agreement.Combined.Any(together => together.Severity.Contains(limit.Key)))
                .Select(limit => new AgreedLimit(limit.Key, limit.Value, IsDefault: true)),
        ]);
    }

    /// <summary>What was agreed, without defaults.</summary>
    public Agreement Agreement => _agreement;

    public string Standard { get; }

    /// <summary>Every limit that counts, agreed or by default: those of the worst severity first, of one severity before those of several together.</summary>
    public IReadOnlyList<AgreedLimit> Limits { get; }

    /// <summary>At least one plan is read from the tables of the standard.</summary>
    public bool NeedsStandard => Limits.Any(limit => limit.Limit.NeedsTable);

    /// <summary>The limit for one severity alone, or for several together; null where there is none.</summary>
    public SeverityLimit? LimitOf(SeverityRange severity) => Limits.SingleOrDefault(limit => limit.Severity == severity)?.Limit;

    /// <summary>The limits that count any of these severities, worst first.</summary>
    public IEnumerable<AgreedLimit> LimitsOn(IReadOnlyCollection<Severity> severities) => Limits.Where(limit => limit.Severity.Severities.Any(severities.Contains));

    /// <summary>Normal, tightened or reduced inspection of a lot: as agreed of it, else of all, else normal (ISO 2859-1:1999, 9.1: inspection begins normal).</summary>
    public InspectionSeverity InspectionSeverityOf(string lot) => AgreedOf(lot)?.InspectionSeverity ?? _agreement.InspectionSeverity ?? InspectionSeverity.Normal;

    /// <summary>Whether the items photographed speak for the lot, and what would be needed if not (ISO 2859-1:1999, 8.1).</summary>
    /// <param name="lot">With its check against a draw list, if there is one.</param>
    public SampleStanding Sample(Lot lot)
    {
        var isWhole = lot.Items.Count == lot.Size && lot.NotDrawn.Count == 0;
        var unproven = isWhole ? null : Unproven(lot);
        var wanted = new List<FormattableString>();
        if (unproven is not null)
        {
            wanted.Add(unproven);
        }

        if (lot.ItemSource == ItemSource.EachPhoto && lot.Items.Count > 0)
        {
            wanted.Add($"Each photo was taken for an item of its own: say which item each shows, by the file name (017_front.jpg), a sub-folder per item, the list of photos, or the names of the draw list.");
        }

        if (lot.SharedPhotos.Count > 0)
        {
            wanted.Add($"The same photo stands for two items ({Names.Some(lot.SharedPhotos)}): a person must look at both items and answer for each, or each be photographed anew. Until then the second counts as good.");
        }

        if (lot.OpenShots.Any())
        {
            wanted.Add($"Photos of two items show the same shot ({Names.Some([.. lot.OpenShots.Select(shot => $"{shot.First.Path} = {shot.Second.Path}")])}): a person must look at both items and answer \"different\" for one of them, or each be photographed anew. Until then the second counts as good.");
        }

        if (lot.IsSizeContradicted)
        {
            wanted.Add($"More items were found than the lot is said to hold: one of the two numbers must be put right.");
        }

        var isAlone = unproven is not null && wanted.Count == 1;
        return new SampleStanding(HowChosen(lot, isWhole), wanted)
        {
            IsByCartons = lot.Cartons is not null,
            Condition = !isAlone || lot.Cartons is not null || _agreement.Sampling != SamplingFrame.Random ? null
                : lot.Draw is null ? $"if the items were drawn at random, as the agreement says; no draw list shows it"
                : (FormattableString)$"if the items were drawn at random, as the agreement says; the draw list does not show it",
        };
    }

    private FormattableString HowChosen(Lot lot, bool isWhole) =>
        isWhole ? $"all items of the lot"
        : lot.Draw is not { } draw ? SamplingWords
        : lot.Cartons is { } cartons && draw.DoubtOf(lot.Size) is null ? (FormattableString)$"a random draw of {cartons.Opened} cartons, and of items in them, by the draw list"
        : draw.DoubtOf(lot.Size) is null ? (FormattableString)$"a random draw, by the draw list"
        : $"by a draw list that does not prove a random draw";

    // A word alone proves no draw: whoever argues must be able to repeat it.
    private FormattableString? Unproven(Lot lot)
    {
        if (lot.Draw is { } draw)
        {
            return draw.DoubtOf(lot.Size) is { } doubt
                ? (FormattableString)$"{doubt} Needed: the draw list as it was written for this lot before the cartons were opened, with the item list that it names, and the same lot size in the agreement."
                : null;
        }

        return _agreement.Sampling switch
        {
            SamplingFrame.All when lot.IsSizeContradicted => $"The agreement says that all items were photographed, and more were found than it says there are.",
            SamplingFrame.All => $"The agreement says that all items were photographed, and {lot.Items.Count} of {(lot.Size is { } size ? (FormattableString)$"{size}" : $"an unknown number")} were: photograph the others, or draw at random.",
            SamplingFrame.Random => (FormattableString)$"The agreement says that the items were drawn at random, and no draw list shows it. A guaranteed bound needs the draw list, made before the cartons are opened, or all items of the lot.",
            _ => $"How the items were chosen: {SamplingWords}. A guaranteed bound needs all items of the lot, or a random draw by a draw list, made before the cartons are opened.",
        };
    }

    /// <summary>Price of an item of a lot: of the lot, else of all; null when none was agreed.</summary>
    public decimal? UnitPriceOf(string lot) => AgreedOf(lot)?.UnitPrice ?? _agreement.UnitPrice;

    /// <summary>Three letters; null when not agreed.</summary>
    public string? Currency => _agreement.Currency;

    /// <summary>How the photographed items were chosen, in words.</summary>
    public FormattableString SamplingWords => _agreement.Sampling switch
    {
        SamplingFrame.All => $"all items of the lot, by the agreement",
        SamplingFrame.Random => $"a random draw, by the agreement",
        SamplingFrame.Systematic => $"a systematic choice, by the agreement",
        SamplingFrame.InspectorsChoice => $"the inspector's choice, by the agreement",
        _ => $"not recorded",
    };

    /// <summary>What was taken because nothing was agreed, in sentences.</summary>
    public IReadOnlyList<FormattableString> Defaults
    {
        get
        {
            var defaults = new List<FormattableString>();
            if (_agreement.Standard is null && NeedsStandard)
            {
                defaults.Add($"Standard not agreed: {Standard} was taken.");
            }

            if (LevelAgreed(SectionKind.Workmanship) is null && NeedsStandard)
            {
                defaults.Add($"Inspection level not agreed: general level {LevelNameOf(SectionKind.Workmanship)} was taken.");
            }

            foreach (var limit in Limits.Where(limit => limit.IsDefault))
            {
                defaults.Add($"Limit for {limit.Severity.InWords} defects not agreed: {limit.Limit.InWords} was taken.");
            }

            if (_agreement.Sampling is null)
            {
                defaults.Add($"The agreement does not say how the items were chosen: a lot without a draw list has no guaranteed bound, unless all its items are there.");
            }

            if (_agreement.Classes.Count == 0)
            {
                defaults.Add($"Severity of defect classes not agreed: every flagged item was counted as major.");
            }

            return defaults;
        }
    }

    /// <summary>How much a class counts: as agreed, otherwise major.</summary>
    public Severity SeverityOf(string? defectClass) =>
        defectClass is not null && _agreement.Classes.TryGetValue(defectClass, out var agreed) ? agreed.Severity ?? DefaultSeverity : DefaultSeverity;

    /// <summary>What a class is associated with; null when not agreed.</summary>
    public Cause? CauseOf(string? defectClass) =>
        defectClass is not null && _agreement.Classes.TryGetValue(defectClass, out var agreed) ? agreed.Cause : null;

    /// <summary>A defect class in another language: as agreed, otherwise by the common word for it; null where neither is known.</summary>
    public string? ClassNameIn(string defectClass, LanguagePack language) =>
        _agreement.Classes.GetValueOrDefault(defectClass)?.Names.GetValueOrDefault(language.Code) ?? language.DefectWord(defectClass);

    /// <summary>The inspection level agreed for a section; null when nobody said. The agreement's own is that of the workmanship.</summary>
    public string? LevelAgreed(SectionKind section) =>
        _agreement.Levels.GetValueOrDefault(section) ?? (section == SectionKind.Workmanship ? _agreement.InspectionLevel : null);

    /// <summary>The inspection level of a section: as agreed, otherwise II for workmanship, and S-3 for measurements and tests.</summary>
    public InspectionLevel LevelOf(SectionKind section) =>
        LevelAgreed(section) is { } named && InspectionLevels.TryParse(named, out var agreed) ? agreed
        : section == SectionKind.Workmanship ? InspectionLevel.II
        : InspectionLevel.S3;

    /// <summary>The same as people write it: II, S-3.</summary>
    public string LevelNameOf(SectionKind section) => InspectionLevels.Name(LevelOf(section));

    /// <summary>The level of a section in words, and whether it is a default.</summary>
    public FormattableString LevelWords(SectionKind section) =>
        section == SectionKind.Workmanship || LevelAgreed(section) is not null
            ? (FormattableString)$"level {LevelNameOf(section)}"
            : $"level {LevelNameOf(section)} (default, not agreed)";

    /// <summary>Whether a lot is not accepted without this section.</summary>
    public bool IsRequired(SectionKind section) => section == SectionKind.Workmanship || _agreement.RequiredSections.Contains(section);

    /// <summary>How much an item counts that is out of tolerance at a point: as agreed, otherwise major.</summary>
    public Severity SeverityOfPoint(string point) =>
        _agreement.Measurements.Points.TryGetValue(point, out var agreed) ? agreed : _agreement.Measurements.Severity ?? DefaultSeverity;

    /// <summary>How much an item counts that failed a test: as agreed, otherwise major.</summary>
    public Severity TestSeverity => _agreement.TestSeverity ?? DefaultSeverity;

    /// <summary>Items in a lot, by its whole name or the last part of it; null when nobody said.</summary>
    public long? SizeOf(string lot) => AgreedOf(lot)?.Size;

    /// <summary>The name under which the agreement speaks of a lot; null when it does not.</summary>
    public string? KeyOf(string lot) => _agreement.Lots.Keys.Where(key => Lot.IsNamed(lot, key)).MaxBy(key => key.Length);

    /// <summary>The views that every item of a lot must have, as they are written; empty where none was agreed.</summary>
    public IReadOnlyList<string> RequiredViewsOf(string lot) => ViewsOf(lot).Required ?? [];

    /// <summary>The views of a lot that are kept and not scored, as they are written; null: the usual ones.</summary>
    public IReadOnlyList<string>? ContextViewsOf(string lot) => ViewsOf(lot).Context;

    /// <summary>Whether photos of this view are kept and not scored: those agreed, else those of packing, labels and measuring.</summary>
    public bool IsContextView(string lot, string view) => ContextViewsOf(lot) is { } agreed ? agreed.Any(context => ViewName.Shows(view, context)) : ViewName.IsUsualContext(view);

    private AgreedViews ViewsOf(string lot) => (AgreedOf(lot)?.Views ?? AgreedViews.None).Or(_agreement.Views);

    /// <summary>What was agreed of a lot; null when the agreement does not speak of it.</summary>
    public AgreedLot? AgreedOf(string lot) => KeyOf(lot) is { } key ? _agreement.Lots[key] : null;
}
