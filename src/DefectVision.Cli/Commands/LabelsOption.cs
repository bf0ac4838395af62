using System.CommandLine;
using DefectVision.Training.Labels;

namespace DefectVision.Cli.Commands;

/// <summary>How the labels of a set lie on disk.</summary>
internal static class LabelsOption
{
    private const string Skip = "skip";

    public static Option<string> Build()
    {
        var option = new Option<string>("--labels") { Description = "how the labels lie; auto tells it from what lies in the folder", DefaultValueFactory = _ => LayoutWords.All[0] };
        option.AcceptOnlyFromAmong([.. LayoutWords.All]);
        return option;
    }

    /// <summary>What photos without a text file are in a YOLO set.</summary>
    /// <param name="use">What is not done with them where they are skipped.</param>
    public static Option<string> Unlabelled(string use)
    {
        var option = new Option<string>("--unlabelled") { Description = $"what a photo without a text file is in a YOLO set: skip (not {use}) or good", DefaultValueFactory = _ => Skip };
        option.AcceptOnlyFromAmong(LabelledPhoto.Good, Skip);
        return option;
    }

    public static bool IsGood(string? unlabelled) => unlabelled == LabelledPhoto.Good;
}
