using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace DefectVision.Training.Heads;

/// <summary>
/// Fits boosted trees with LightGBM (Ke et al. 2017). One thread: two would wait for each other by spinning, and the order of sums would be theirs.
/// </summary>
internal static class TreeFitting
{
    /// <summary>Trees of one fit.</summary>
    public const int Count = 150;

    private const string Library = "lib_lightgbm";

    /// <summary>Why LightGBM cannot be loaded on this machine; null where it can.</summary>
    public static string? Missing()
    {
        try
        {
            NativeLibrary.Load(Library, typeof(LightGbmBinaryTrainer).Assembly, null);
            return null;
        }
        catch (Exception fault) when (fault is DllNotFoundException or BadImageFormatException)
        {
            var reason = fault.Message.Contains("libgomp", StringComparison.Ordinal) ? "libgomp1 is missing" : "there is no native library for this machine";
            return $"LightGBM cannot be loaded ({reason})";
        }
    }

    /// <summary>Good against defective. Both sides weigh the same, however many photos each has.</summary>
    public static TreeHead Defective(IReadOnlyList<float[]> rows, IReadOnlyList<bool> defective)
    {
        var (ensemble, calibrator) = Fit(new MLContext(seed: 1), rows, defective);

        // ML.NET's Platt calibrator holds LightGBM's own sigmoid: log-odds = -(slope x raw + offset), here with offset nought.
        return new TreeHead([.. ensemble.Trees.Zip(ensemble.TreeWeights, (tree, weight) => new Tree(
            [.. tree.NumericalSplitFeatureIndexes],
            [.. tree.NumericalSplitThresholds],
            [.. tree.LeftChild],
            [.. tree.RightChild],
            [.. tree.LeafValues.Select(leaf => (float)(-calibrator.Slope * weight * leaf))]))]);
    }

    private static (RegressionTreeEnsemble, PlattCalibrator) Fit(MLContext learning, IReadOnlyList<float[]> rows, IReadOnlyList<bool> defective)
    {
        var model = Trained(learning, rows, defective).Model;
        return (model.SubModel.TrainedTreeEnsemble, model.Calibrator);
    }

    /// <summary>ML.NET's own model, for what is read from it to be held against.</summary>
    internal static BinaryPredictionTransformer<CalibratedModelParametersBase<LightGbmBinaryModelParameters, PlattCalibrator>> Trained(
        MLContext learning, IReadOnlyList<float[]> rows, IReadOnlyList<bool> defective) =>
        learning.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            ExampleWeightColumnName = nameof(HeadFitting.BinaryExample.Weight),
            NumberOfIterations = Count,
            LearningRate = 0.05,
            NumberOfLeaves = 8,
            MinimumExampleCountPerLeaf = 20,
            HandleMissingValue = false,
            UseCategoricalSplit = false,
            Booster = new GradientBooster.Options { FeatureFraction = 0.1, L2Regularization = 1 },
            Seed = 1,
            Deterministic = true,
            ForceColumnWise = true,
            NumberOfThreads = 1,
        }).Fit(HeadFitting.Sides(learning, rows, defective));
}
