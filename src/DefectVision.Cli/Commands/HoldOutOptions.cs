using System.CommandLine;
using System.Text.RegularExpressions;
using DefectVision.Training;
using DefectVision.Training.Labels;

namespace DefectVision.Cli.Commands;

/// <summary>What a person says of the labelled photos that a model is measured on.</summary>
internal sealed class HoldOutOptions
{
    private readonly Option<string> _labels = LabelsOption.Build();
    private readonly Option<string> _unlabelled = LabelsOption.Unlabelled("measured on");
    private readonly Option<bool> _accept = new("--accept-findings") { Description = "measure although the doctor found an error in the labels" };

    public void AddTo(Command command)
    {
        command.Add(_labels);
        command.Add(_unlabelled);
        command.Add(_accept);
    }

    public HoldOut Of(ParseResult parsed, string folder, Regex? itemPattern) => new(folder)
    {
        Labels = LayoutWords.Layout(parsed.GetRequiredValue(_labels)),
        ItemPattern = itemPattern,
        UnlabelledIsGood = LabelsOption.IsGood(parsed.GetValue(_unlabelled)),
        AcceptFindings = parsed.GetValue(_accept),
    };
}
