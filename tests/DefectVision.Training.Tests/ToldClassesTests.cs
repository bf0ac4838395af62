using DefectVision.Training.Heads;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests;

/// <summary>Rule: a class is called unknown up to the probability where more answers had been wrong than right by more than anywhere else, and no farther.</summary>
public sealed class ToldClassesTests
{
    // In the order of their probabilities. In the third row wrong and right are even only at 0.6, though from 0.4 on every answer is right.
    [Theory]
    [InlineData("", 0)]
    [InlineData("++-+", 0)]
    [InlineData("---+++", 0.3)]
    [InlineData("-+--+++", 0.4)]
    [InlineData("+--", 0.3)]
    [InlineData("----", 0.4)]
    public void Unknown_ends_where_calling_it_so_spares_most(string right, double fewest)
    {
        var answers = right.Select((sign, at) => ((string, double)?)(sign == '+' ? "hole" : "stain", (at + 1) / 10.0)).Append(null).ToArray();
        var examples = answers.Select((answer, at) => new Example<float[]>(new Take(new LabelledPhoto($"{at}", answer is null ? LabelledPhoto.Good : "hole", $"{at}", string.Empty, null), IsAltered: false), [])).ToList();
        Assert.Equal(fewest, ToldClasses.Of(new ClassLook(false, false, 1), examples, answers, ["hole", "stain"]).FewestProbability, 6);
    }
}
