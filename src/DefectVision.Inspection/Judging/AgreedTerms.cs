using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Drawing;
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
        Level = agreement.InspectionLevel is { } named && InspectionLevels.TryParse(named, out var level) ? level : InspectionLevel.II;
        Standard = agreement.Standard ?? Iso2859.Edition;
        Limits = Enum.GetValues<Severity>().ToDictionary(
            severity => severity,
            severity => agreement.Limits.TryGetValue(severity, out var limit) ? limit : DefaultLimits[severity]);
    }

    public InspectionLevel Level { get; }

    public string LevelName => InspectionLevels.Name(Level);

    public string Standard { get; }

    public IReadOnlyDictionary<Severity, SeverityLimit> Limits { get; }

    /// <summary>Whether the items photographed speak for the lot, and what would be needed if not (ISO 2859-1:1999, 8.1).</summary>
    /// <param name="lot">With its check against a draw list, if there is one.</param>
    public SampleStanding Sample(Lot lot)
    {
        var wanted = new List<FormattableString>();
        if (lot.Draw is null && !(_agreement.Sampling == SamplingFrame.Random || (_agreement.Sampling == SamplingFrame.All && lot.Items.Count == lot.Size)))
        {
            wanted.Add(_agreement.Sampling == SamplingFrame.All
                ? (FormattableString)$"The agreement says that all items were photographed, and {lot.Items.Count} of {(lot.Size is { } size ? (FormattableString)$"{size}" : $"an unknown number")} were: photograph the others, or draw at random."
                : $"How the items were chosen: {SamplingWords}. A guaranteed bound needs all items of the lot, or a random draw (plan --draw, before the cartons are opened) recorded as sampling: random.");
        }

        if (lot.SharedPhotos.Count > 0)
        {
            wanted.Add($"The same photo stands for two items ({Names.Some(lot.SharedPhotos)}): which of them it shows must be settled, or each photographed anew.");
        }

        if (lot.Size < lot.Items.Count)
        {
            wanted.Add($"More items were found than the lot is said to hold: one of the two numbers must be put right.");
        }

        return new SampleStanding(lot.Draw is null ? SamplingWords : $"a random draw, by the draw list", wanted);
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
            if (_agreement.Standard is null)
            {
                defaults.Add($"Standard not agreed: {Standard} was taken.");
            }

            if (_agreement.InspectionLevel is null)
            {
                defaults.Add($"Inspection level not agreed: general level {LevelName} was taken.");
            }

            foreach (var severity in Enum.GetValues<Severity>().Reverse().Where(severity => !_agreement.Limits.ContainsKey(severity)))
            {
                defaults.Add($"Limit for {Word(severity)} defects not agreed: {Limits[severity]} was taken.");
            }

            if (_agreement.Sampling is null)
            {
                defaults.Add($"How the items were chosen is not recorded: bounds for the lot hold only if they were drawn at random, and carry no guarantee.");
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

    /// <summary>Items in a lot, by its whole name or the last part of it; null when nobody said.</summary>
    public long? SizeOf(string lot) => AgreedOf(lot)?.Size;

    /// <summary>The name under which the agreement speaks of a lot; null when it does not.</summary>
    public string? KeyOf(string lot) => _agreement.Lots.Keys.Where(key => Lot.IsNamed(lot, key)).MaxBy(key => key.Length);

    /// <summary>What was agreed of a lot; null when the agreement does not speak of it.</summary>
    public AgreedLot? AgreedOf(string lot) => KeyOf(lot) is { } key ? _agreement.Lots[key] : null;

    internal static Word Word(Severity severity) => new(severity);
}
