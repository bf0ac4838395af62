using DefectVision.Inspection;

namespace DefectVision.Evidence.Documents;

/// <summary>How letters are set.</summary>
[Flags]
public enum Setting
{
    Plain = 0,
    Strong = 1,
    Soft = 2,
    Code = 4,

    /// <summary>Name of a file, lot or item: kept whole, in its own direction, with its blanks.</summary>
    Name = 8,

    /// <summary>The shape that stands for a verdict.</summary>
    Mark = 16,
}

/// <summary>Letters set in one way.</summary>
/// <param name="Text">The letters; of a mark, the verdict.</param>
/// <param name="Setting">How they are set.</param>
/// <param name="Anchor">The heading that they lead to; null for most.</param>
/// <param name="Target">The file that they lead to, by an address relative to the document's folder; null for most. Paper shows the letters alone.</param>
public sealed record Piece(string Text, Setting Setting = Setting.Plain, string? Anchor = null, string? Target = null)
{
    /// <summary>A name that leads to a file.</summary>
    public static Piece Link(string name, string target) => new(name, Setting.Name, null, target);

    public static Piece Name(string name) => new(name, Setting.Name);

    public static Piece Code(string text) => new(text, Setting.Code);

    public static Piece Mark(Verdict verdict) => new(verdict.ToString(), Setting.Mark);

    public override string ToString() => Setting.HasFlag(Setting.Mark) ? string.Empty : Text;
}
