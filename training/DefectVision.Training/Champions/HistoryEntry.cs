namespace DefectVision.Training.Champions;

/// <summary>What happened to the model in use.</summary>
public enum HistoryEvent
{
    /// <summary>A candidate took its place.</summary>
    Promoted,

    /// <summary>The one before took it back.</summary>
    RolledBack,
}

/// <summary>One side of the comparison that a promotion rests on, per photo.</summary>
/// <param name="Auroc">0..1.</param>
/// <param name="Sensitivity">Count and total of the defective photos flagged.</param>
/// <param name="Specificity">Count and total of the good photos not flagged.</param>
public sealed record HistoryFigures(double Auroc, IReadOnlyList<long> Sensitivity, IReadOnlyList<long> Specificity);

/// <summary>One line of a model's history.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Event">What happened.</param>
/// <param name="Model">SHA-256 of the model in use from then on.</param>
/// <param name="Replaced">SHA-256 of the model in use until then.</param>
/// <param name="DatasetSha256">Of the hold-out; null for a rollback.</param>
/// <param name="ModelFigures">Null for a rollback.</param>
/// <param name="ReplacedFigures">Null for a rollback.</param>
/// <param name="PValue">Of the paired comparison of the areas, two-sided; null for a rollback.</param>
public sealed record HistoryEntry(
    DateTimeOffset Time,
    HistoryEvent Event,
    string Model,
    string Replaced,
    string? DatasetSha256 = null,
    HistoryFigures? ModelFigures = null,
    HistoryFigures? ReplacedFigures = null,
    double? PValue = null);
