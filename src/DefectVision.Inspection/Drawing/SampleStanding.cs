using DefectVision.Statistics;

namespace DefectVision.Inspection.Drawing;

/// <summary>Whether what was photographed speaks for the lot, so that a bound for the lot may be called guaranteed.</summary>
/// <param name="How">How the items were chosen, in words.</param>
/// <param name="Wanted">What stands against it and what would be needed, in sentences; none when the sample speaks for the lot.</param>
public sealed record SampleStanding(FormattableString How, IReadOnlyList<FormattableString> Wanted)
{
    /// <summary>Class G is earned.</summary>
    public bool SpeaksForLot => Wanted.Count == 0;

    /// <summary>Of an exact bound for the lot: G; null where nothing is guaranteed.</summary>
    public char? Class => SpeaksForLot ? Guarantee.Guaranteed.Letter()[0] : null;

    /// <summary>
    /// What the numbers for the lot depend on, beginning with "if", where the agreement alone says that the draw was random; null when they are guaranteed, and
    /// where more stands against them than that.
    /// </summary>
    public FormattableString? Condition { get; init; }

    /// <summary>Cartons were drawn, so that bounds for the lot count cartons.</summary>
    public bool IsByCartons { get; init; }

    /// <summary>What every bound of a lot depends on of which cartons were drawn, where nothing guarantees it.</summary>
    public static FormattableString IfCartonsDrawnAtRandom { get; } = $"if the cartons that were opened were drawn at random from the lot";

    /// <summary>What every bound of this lot depends on, guaranteed or not.</summary>
    public FormattableString Draw => IsByCartons ? IfCartonsDrawnAtRandom : IfDrawnAtRandom;

    /// <summary>What every bound depends on where nothing guarantees it.</summary>
    public static FormattableString IfDrawnAtRandom { get; } = $"if the items photographed were drawn at random from the lot";

    /// <summary>What a bound for this lot depends on, beginning with "if"; null when class G is earned.</summary>
    public FormattableString? Assumption => SpeaksForLot ? null : Condition ?? Draw;

    /// <summary>A sentence with a bound for the lot: with what it depends on, where that is not shown.</summary>
    public FormattableString Qualified(FormattableString bound) => Assumption is { } assumption ? $"{bound}; this holds {assumption}" : bound;
}
