using DefectVision.Evidence.Languages;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Languages;

namespace DefectVision.Evidence.Wording;

/// <summary>Sentences of the report for a terminal and for a page: all say the same.</summary>
public static class Spoken
{
    /// <summary>The verdict on a lot and what it rests on, in English.</summary>
    public static string Basis(LotJudgement judged) => FormattableString.Invariant($"{Phrases.Answer(judged.Verdict)} {Phrases.VerdictBasis(judged)}");

    /// <summary>How many files ended as what, in English: "174 = 172 scored + 2 not a photo".</summary>
    public static string Accounting(InspectionRecord record) => FormattableString.Invariant(
        $"{record.Files.Count} = {string.Join(" + ", record.Accounting.Where(entry => entry.Value > 0).Select(entry => FormattableString.Invariant($"{entry.Value} {new Word(entry.Key)}")))}");

    /// <summary>What the verdict on a lot rests on.</summary>
    public static string Basis(LotJudgement judged, AgreedTerms terms, LanguagePack language) => In(terms, language).Say(Phrases.VerdictBasis(judged)).ToString();

    /// <summary>What may be said against a lot by statistics: the statements of the report, those under an assumption last; none where nobody has looked.</summary>
    public static IReadOnlyList<string> Said(LotJudgement judged, AgreedTerms terms, LanguagePack language)
    {
        var words = In(terms, language);
        return !judged.HasEvidence ? [] : [.. Statements.Of(judged).Concat(Statements.UnderAssumption(judged)).Where(statement => statement.Class != Statements.Counted).Select(statement => words.Say(statement.Words).ToString())];
    }

    /// <summary>A verdict.</summary>
    public static string Verdict(Verdict verdict, AgreedTerms terms, LanguagePack language) => In(terms, language).Say(Phrases.Answer(verdict)).ToString();

    /// <summary>A sentence that the report has, too; in English where the language has no sentence for it.</summary>
    public static string Say(FormattableString sentence, AgreedTerms terms, LanguagePack language) => In(terms, language).Say(sentence).ToString();

    /// <summary>A class of defect, by its name in the language where it has one.</summary>
    public static string DefectClass(string name, AgreedTerms terms, LanguagePack language) => In(terms, language).Say($"{new ClassName(name)}").ToString();

    private static Words In(AgreedTerms terms, LanguagePack language) => new(new Language(language), terms.ClassNameIn);
}
