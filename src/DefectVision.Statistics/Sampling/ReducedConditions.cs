namespace DefectVision.Statistics.Sampling;

/// <summary>What reduced inspection needs beside the switching score.</summary>
/// <param name="SteadyProduction">Production runs steadily.</param>
/// <param name="AuthorityApproves">The responsible authority wants reduced inspection.</param>
public readonly record struct ReducedConditions(bool SteadyProduction, bool AuthorityApproves);

/// <summary>What one lot adds to the switching score.</summary>
public enum ScoreStep
{
    Reset = 0,
    Two = 2,
    Three = 3,
}
