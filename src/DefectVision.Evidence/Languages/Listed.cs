namespace DefectVision.Evidence.Languages;

/// <summary>Several things in a row inside a sentence.</summary>
/// <param name="Parts">Sentences, words, names.</param>
/// <param name="Separator">In English, such as ", "; looked up in other languages.</param>
public sealed record Listed(IReadOnlyList<object> Parts, string Separator)
{
    public static Listed Commas(IEnumerable<object> parts) => new([.. parts], ", ");

    public static Listed Semicolons(IEnumerable<object> parts) => new([.. parts], "; ");

    /// <summary>Sentences after each other; those that say nothing are left out.</summary>
    public static Listed Sentences(params FormattableString?[] parts) => new([.. parts.Where(part => part is { Format.Length: > 0 }).Cast<object>()], " ");

    public override string ToString() => string.Join(Separator, Parts.Select(part => part is FormattableString sentence ? FormattableString.Invariant(sentence) : part.ToString()));
}
