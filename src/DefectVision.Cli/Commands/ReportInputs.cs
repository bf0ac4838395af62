using System.CommandLine;
using DefectVision.Cases;
using DefectVision.Evidence;
using DefectVision.Evidence.Languages;

namespace DefectVision.Cli.Commands;

/// <summary>How a report is written, in the same words wherever one is. What is not said is as the case remembers it, otherwise English, A4, with a PDF.</summary>
internal sealed class ReportInputs
{
    private readonly Option<string?> _language = new("--language") { Description = $"of the report: {string.Join(", ", Language.All.Select(language => language.Code))} (two languages: beside each other); default: {Language.English}" };
    private readonly Option<Paper?> _paper = new("--paper") { Description = "of report.pdf: a4 or letter; default: a4" };
    private readonly Option<bool?> _noPdf = new("--no-pdf") { Description = "write no report.pdf (--no-pdf false: write it again)", Arity = ArgumentArity.ZeroOrOne };

    public ReportInputs() => _language.AcceptOnlyFromAmong([.. Language.All.Select(language => language.Code)]);

    public void AddTo(Command command)
    {
        command.Add(_language);
        command.Add(_paper);
        command.Add(_noPdf);
    }

    public CaseSettings Settings(ParseResult parsed) => new()
    {
        Language = Language.Parse(parsed.GetValue(_language)),
        Paper = parsed.GetValue(_paper),
        HasPdf = parsed.GetResult(_noPdf) is not { Implicit: false } said ? null : !(said.Tokens.Count == 0 || parsed.GetValue(_noPdf) == true),
    };
}
