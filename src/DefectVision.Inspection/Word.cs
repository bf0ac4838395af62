using System.Text.Json;

namespace DefectVision.Inspection;

/// <summary>
/// A word of the glossary inside a sentence ("major", "too close to call"). Sentences that reach a reader are <see cref="FormattableString"/>s: a template and
/// what stands in it. In English they read as they are; for a reader of another language the template and its words are looked up.
/// </summary>
/// <param name="Value">A member of one of the enumerations.</param>
public sealed record Word(Enum Value)
{
    /// <summary>As machines read it: too_close_to_call.</summary>
    public string Code => JsonNamingPolicy.SnakeCaseLower.ConvertName(Value.ToString());

    public override string ToString() => Code.Replace('_', ' ');
}
