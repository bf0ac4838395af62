using System.Text.RegularExpressions;
using DefectVision.Training.Labels;
using DefectVision.Training.Locating;

namespace DefectVision.Training;

/// <summary>What a person may choose of a training.</summary>
/// <param name="Dataset">Folder of the labelled set; null: there is none, and <see cref="Given"/> says what is learned.</param>
/// <param name="ModelPath">Where the model goes; its card goes beside it.</param>
/// <param name="FalseAlarmLevel">Share of good items to flag at most, see <see cref="OperatingPointChoice.Of"/>; null: 5 %.</param>
/// <param name="Group">Finds the group of a photo in its file name; null: every photo is a group.</param>
/// <param name="WorkingArea">Pixels of the network's input, width times height; null: told from the photos.</param>
/// <param name="Seed">Of every draw.</param>
/// <param name="BackboneFile">An ONNX feature network: 1 x 3 x H x W in, maps out.</param>
public sealed record TrainingOptions(
    string? Dataset,
    string ModelPath,
    double? FalseAlarmLevel,
    Regex? Group,
    int? WorkingArea,
    ulong Seed,
    string BackboneFile)
{
    /// <summary>Labels that are given photo by photo, and learned with those of the set.</summary>
    public IReadOnlyList<GivenLabels> Given { get; init; } = [];

    /// <summary>What is learned from, for a message.</summary>
    public string Source => string.Join(" + ", Given.Select(given => given.Name).Prepend(Dataset).OfType<string>().Distinct());

    /// <summary>Photos of an item that an inspector takes at most.</summary>
    public const int MostViews = 32;

    /// <summary>Photos that an inspector takes of an item, 1 to <see cref="MostViews"/>: the level of photos is so much stricter where nothing tells the items of the set.</summary>
    public int Views { get; init; } = 1;

    /// <summary>In a YOLO set a photo without a text file is good; else it is passed over.</summary>
    public bool UnlabelledIsGood { get; init; }

    /// <summary>How the labels lie.</summary>
    public LabelLayout Labels { get; init; } = LabelLayout.Auto;

    /// <summary>Where the product is in the photo.</summary>
    public Locate Locate { get; init; } = Locate.Auto;

    /// <summary>A model whose knowledge the set adds to; null: begin anew.</summary>
    public string? From { get; init; }

    /// <summary>Null: the operating point is set by the false-alarm level.</summary>
    public Costs? Costs { get; init; }

    /// <summary>True: learn although the doctor found an error in the labels.</summary>
    public bool AcceptFindings { get; init; }
}

/// <summary>How far a training has come.</summary>
/// <param name="Step">In words.</param>
/// <param name="Done">Of the step.</param>
/// <param name="Total">Of the step.</param>
public sealed record TrainingProgress(string Step, int Done, int Total);
