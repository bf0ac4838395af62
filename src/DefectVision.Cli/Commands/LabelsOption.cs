using System.CommandLine;
using DefectVision.Training.Labels;

namespace DefectVision.Cli.Commands;

/// <summary>How the labels of a set lie on disk.</summary>
internal static class LabelsOption
{
    public static Option<string> Build()
    {
        var option = new Option<string>("--labels") { Description = "how the labels lie; auto tells it from what lies in the folder", DefaultValueFactory = _ => LayoutWords.All[0] };
        option.AcceptOnlyFromAmong([.. LayoutWords.All]);
        return option;
    }
}
