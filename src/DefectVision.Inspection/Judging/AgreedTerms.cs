using System.Globalization;
using DefectVision.Inspection.Agreements;
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

    /// <summary>True when the photographed items were all, or drawn at random: otherwise no bound for the lot is guaranteed.</summary>
    public bool SampleSpeaksForLot => _agreement.Sampling is SamplingFrame.All or SamplingFrame.Random;

    /// <summary>How the photographed items were chosen, in words.</summary>
    public string SamplingWords => _agreement.Sampling switch
    {
        SamplingFrame.All => "all items of the lot, by the agreement",
        SamplingFrame.Random => "a random draw, by the agreement",
        SamplingFrame.Systematic => "a systematic choice, by the agreement",
        SamplingFrame.InspectorsChoice => "the inspector's choice, by the agreement",
        _ => "not recorded",
    };

    /// <summary>What was taken because nothing was agreed, in sentences.</summary>
    public IReadOnlyList<string> Defaults
    {
        get
        {
            var defaults = new List<string>();
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
                defaults.Add("How the items were chosen is not recorded: bounds for the lot hold only if they were drawn at random, and carry no guarantee.");
            }

            if (_agreement.Classes.Count == 0)
            {
                defaults.Add("Severity of defect classes not agreed: every flagged item was counted as major.");
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
    public long? SizeOf(string lot) => KeyOf(lot) is { } key ? _agreement.Lots[key].Size : null;

    /// <summary>The name under which the agreement speaks of a lot; null when it does not.</summary>
    public string? KeyOf(string lot) =>
        _agreement.Lots.ContainsKey(lot) ? lot
        : _agreement.Lots.ContainsKey(lot[(lot.LastIndexOf('/') + 1)..]) ? lot[(lot.LastIndexOf('/') + 1)..]
        : null;

    internal static string Word(Severity severity) => severity.ToString().ToLower(CultureInfo.InvariantCulture);
}
