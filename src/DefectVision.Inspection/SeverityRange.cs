namespace DefectVision.Inspection;

/// <summary>Severities that are counted against one limit: one of them, or neighbours together. An item counts once, at its worst.</summary>
/// <param name="Worst">Of the severities counted.</param>
/// <param name="Mildest">The same where only one is counted.</param>
public readonly record struct SeverityRange(Severity Worst, Severity Mildest)
{
    public SeverityRange(Severity only)
        : this(only, only)
    {
    }

    /// <summary>Worst first.</summary>
    public IEnumerable<Severity> Severities
    {
        get
        {
            var (worst, mildest) = this;
            return Enum.GetValues<Severity>().Where(severity => severity >= mildest && severity <= worst).OrderDescending();
        }
    }

    public bool IsSingle => Worst == Mildest;

    /// <summary>As machines read it: "major", "critical+major".</summary>
    public string Code => string.Join('+', Severities.Select(severity => new Word(severity).Code));

    /// <summary>In a sentence: "major", "critical or major".</summary>
    public FormattableString InWords => Severities.ToArray() switch
    {
        [var only] => $"{new Word(only)}",
        [var worse, var milder] => $"{new Word(worse)} or {new Word(milder)}",
        [var worst, var between, var mildest] => $"{new Word(worst)}, {new Word(between)} or {new Word(mildest)}",
        _ => throw new InvalidOperationException($"no severity from {Worst} down to {Mildest}"),
    };

    public bool Contains(Severity? severity) => severity >= Mildest && severity <= Worst;

    public static implicit operator SeverityRange(Severity only) => new(only);

    public override string ToString() => FormattableString.Invariant(InWords);
}
