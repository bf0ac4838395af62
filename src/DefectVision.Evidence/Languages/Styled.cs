using DefectVision.Evidence.Documents;

namespace DefectVision.Evidence.Languages;

/// <summary>A part of a sentence that is set in its own way.</summary>
public sealed record Styled(FormattableString Text, Setting Setting, string? Anchor = null)
{
    public override string ToString() => FormattableString.Invariant(Text);
}
