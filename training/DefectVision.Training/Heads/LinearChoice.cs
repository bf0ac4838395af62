namespace DefectVision.Training.Heads;

/// <summary>A way to fit the linear head for defective, and its cross-fitted scores.</summary>
/// <param name="Penalty">See <see cref="HeadFitting"/>.</param>
/// <param name="Passes">How many of the first numbers of a row it does not look at: 0, or all but the distances from good places.</param>
/// <param name="Fitted">The score of every example by a head that had not seen its group.</param>
internal sealed record LinearChoice(double Penalty, int Passes, IReadOnlyList<CrossFitted> Fitted)
{
    /// <summary>Nats; both sides weigh the same.</summary>
    public double Loss => LogLoss.Of(Fitted);

    /// <summary>A head over whole rows.</summary>
    public LinearHead Fit(IReadOnlyList<float[]> rows, IReadOnlyList<bool> defective) =>
        HeadFitting.Defective(Passes == 0 ? rows : [.. rows.Select(row => row[Passes..])], defective, Penalty).After(Passes);
}
