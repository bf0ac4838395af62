namespace DefectVision.Training.Heads;

/// <summary>How the head for defective looks, and what cross-fitting says of it: log loss in nats, both sides weighing the same.</summary>
/// <param name="Linear">The linear head.</param>
/// <param name="NotTried">Why trees were not tried; null when they were.</param>
/// <param name="Average">Log loss of the mean of the linear head and trees.</param>
/// <param name="StandardError">Of the difference between the two, by groups.</param>
internal sealed record DefectiveLook(LinearChoice Linear, string? NotTried, double Average = double.NaN, double StandardError = double.NaN)
{
    /// <summary>There were labels enough, but trees could not be fitted on this machine: another would perhaps learn another head.</summary>
    public bool IsLibraryMissing { get; init; }

    /// <summary>Trees must tell clearly more (the rule of one standard error; Breiman et al. 1984, 3.4.3).</summary>
    public bool HasTrees => NotTried is null && Linear.Loss - Average > StandardError;

    public override string ToString() => FormattableString.Invariant(
        $"{(HasTrees ? $"mean of a {Map} and {TreeFitting.Count} trees" : Map)}, penalty {Linear.Penalty:0.####}; cross-fitted log loss {Linear.Loss:0.0000} linear, {Trees}");

    private string Map => Linear.Passes == 0 ? "linear map" : "linear map of the distances from good photos alone";

    private string Trees => NotTried is null
        ? FormattableString.Invariant($"{Average:0.0000} averaged with trees; they join when that is less by more than one standard error, {StandardError:0.0000}")
        : $"trees were not tried: {NotTried}";
}
