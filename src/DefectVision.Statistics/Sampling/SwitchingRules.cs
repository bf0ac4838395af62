using System.Collections.Immutable;

namespace DefectVision.Statistics.Sampling;

/// <summary>
/// Where a series of lots stands under the switching rules for single sampling plans, one class of nonconformity at a time. Lots of one source only, each counted on
/// its original inspection: an isolated lot gets no protection from these rules.
/// </summary>
/// <remarks>Source: ISO 2859-1:1999, clauses 9.3 and 9.4.</remarks>
public sealed record SwitchingRules
{
    private const int Window = 5;
    private const int ScoreForReduced = 30;

    private SwitchingRules()
    {
    }

    /// <summary>The start of a series: normal inspection, score 0.</summary>
    public static SwitchingRules Start { get; } = new();

    public SwitchingState State { get; private init; } = SwitchingState.Normal;

    /// <summary>The switching score of clause 9.3.3; reduced inspection is open from 30 on.</summary>
    public int Score { get; private init; }

    /// <summary>The latest lots of the present state, at most five, oldest first.</summary>
    private ImmutableQueue<bool> Recent { get; init; } = ImmutableQueue<bool>.Empty;

    private int RejectedUnderTightened { get; init; }

    /// <summary>The state after one more lot. Nothing changes once inspection is discontinued.</summary>
    /// <param name="accepted">The lot passed the plan in force.</param>
    /// <param name="scoreEarned">From <see cref="EarnedBy"/>; used under normal inspection.</param>
    /// <param name="conditions">What clause 9.3.3 wants beside the score.</param>
    public SwitchingRules After(bool accepted, ScoreStep scoreEarned, ReducedConditions conditions) => State switch
    {
        SwitchingState.Normal => AfterNormal(accepted, scoreEarned, conditions),
        SwitchingState.Tightened => AfterTightened(accepted),
        SwitchingState.Reduced => accepted && conditions.SteadyProduction ? this : Start,
        _ => this,
    };

    /// <summary>Tightened inspection again, after the cause of a discontinuation was removed.</summary>
    public SwitchingRules Resume() => State == SwitchingState.Discontinued
        ? Start with { State = SwitchingState.Tightened }
        : throw new InvalidOperationException("Only discontinued inspection can be resumed.");

    /// <summary>
    /// What a lot earns towards reduced inspection. With an acceptance number of 2 or more: three points if it would have passed at the AQL one
    /// step tighter. With 0 or 1: two points if it passed. Otherwise the score starts again from zero.
    /// </summary>
    /// <param name="nonconforming">Found in the sample.</param>
    /// <param name="acceptanceNumber">Of the plan in force.</param>
    /// <param name="acceptanceNumberOneStepTighter">At the same letter and the next smaller AQL; only asked for when the acceptance number is 2 or more.</param>
    public static ScoreStep EarnedBy(long nonconforming, int acceptanceNumber, int? acceptanceNumberOneStepTighter)
    {
        if (acceptanceNumber <= 1)
            return nonconforming <= acceptanceNumber ? ScoreStep.Two : ScoreStep.Reset;
        if (acceptanceNumberOneStepTighter is not { } tighter)
            throw new ArgumentNullException(nameof(acceptanceNumberOneStepTighter), $"Acceptance number {acceptanceNumber}: wanted the one at the next smaller AQL as well.");
        return nonconforming <= tighter ? ScoreStep.Three : ScoreStep.Reset;
    }

    private SwitchingRules AfterNormal(bool accepted, ScoreStep earned, ReducedConditions conditions)
    {
        var recent = Remember(accepted);
        if (recent.Count(lot => !lot) >= 2)
            return Start with { State = SwitchingState.Tightened };
        var score = earned == ScoreStep.Reset ? 0 : Score + (int)earned;
        var reduced = score >= ScoreForReduced && conditions is { SteadyProduction: true, AuthorityApproves: true };
        return this with { State = reduced ? SwitchingState.Reduced : State, Score = score, Recent = recent };
    }

    private SwitchingRules AfterTightened(bool accepted)
    {
        var rejected = RejectedUnderTightened + (accepted ? 0 : 1);
        if (rejected >= Window)
            return Start with { State = SwitchingState.Discontinued };
        var recent = Remember(accepted);
        return recent.Count() == Window && recent.All(lot => lot) ? Start : this with { Recent = recent, RejectedUnderTightened = rejected };
    }

    private ImmutableQueue<bool> Remember(bool accepted)
    {
        var recent = Recent.Enqueue(accepted);
        return recent.Count() > Window ? recent.Dequeue() : recent;
    }
}
