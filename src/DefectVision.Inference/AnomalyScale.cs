namespace DefectVision.Inference;

/// <summary>How anomaly scores of a model are read. They are distances: without upper end, and of no meaning beside those of another model.</summary>
/// <param name="From">Good photos reach it as rarely as they reach the operating point; heat maps begin here.</param>
/// <param name="To">Where the colours of heat maps end.</param>
/// <param name="FewestClassProbability">
/// A flagged photo whose anomaly score is at least <paramref name="From"/> and whose best class is less probable than this (0 to 1) shows an unknown defect:
/// below it more classes told in cross-fitting were wrong than right, by more than below any other. 0: classes are always told.
/// </param>
public sealed record AnomalyScale(double From, double To, double FewestClassProbability);
