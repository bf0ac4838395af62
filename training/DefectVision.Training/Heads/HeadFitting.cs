using DefectVision.Inference.Features;
using DefectVision.Training.Backbones;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace DefectVision.Training.Heads;

/// <summary>Fits linear heads with ML.NET's L-BFGS (Andrew and Gao 2007), one thread, so that the same photos give the same weights.</summary>
internal static class HeadFitting
{
    /// <summary>How much a deviation from good places counts beside one pooled number: there are few of them and they say the most.</summary>
    private const float DeviationWeight = 5;

    /// <summary>Good against defective. Both sides weigh the same, however many photos each has.</summary>
    /// <param name="penalty">L2 weight on standardised numbers, relative to the number of photos.</param>
    public static LinearHead Defective(IReadOnlyList<float[]> rows, IReadOnlyList<bool> defective, double penalty)
    {
        var standard = Standardiser.Fit(rows).Emphasise(Deviation.Numbers, DeviationWeight);
        var learning = new MLContext(seed: 1);
        var trainer = learning.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            ExampleWeightColumnName = nameof(BinaryExample.Weight),
            L1Regularization = 0,
            L2Regularization = (float)(penalty * rows.Count),
            OptimizationTolerance = 1e-6f,
            NumberOfThreads = 1,
        });
        var fitted = trainer.Fit(Sides(learning, [.. rows.Select(standard.Apply)], defective));
        var linear = ((CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>)fitted.Model).SubModel;
        return LinearHead.OverRaw([[.. linear.Weights]], [linear.Bias], standard);
    }

    /// <summary>Which defect class; every class weighs the same.</summary>
    /// <param name="classes">In the order of the outputs.</param>
    public static LinearHead Classes(IReadOnlyList<float[]> rows, IReadOnlyList<string> labels, IReadOnlyList<string> classes, double penalty)
    {
        if (classes.Count == 1)
        {
            return new LinearHead([new float[rows[0].Length]], [0]);
        }

        var standard = Standardiser.Fit(rows);
        var learning = new MLContext(seed: 1);
        var counts = labels.GroupBy(label => label).ToDictionary(group => group.Key, group => group.Count());
        var order = classes.Select((name, at) => (name, at)).ToDictionary(entry => entry.name, entry => (uint)entry.at);
        var examples = rows.Select((row, at) => new ClassExample
        {
            Features = standard.Apply(row),
            Label = order[labels[at]],
            Weight = rows.Count / (float)(classes.Count * counts[labels[at]]),
        });
        var trainer = learning.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            ExampleWeightColumnName = nameof(ClassExample.Weight),
            L1Regularization = 0,
            L2Regularization = (float)(penalty * rows.Count),
            OptimizationTolerance = 1e-6f,
            NumberOfThreads = 1,
        });
        var schema = SchemaDefinition.Create(typeof(ClassExample));
        schema[nameof(ClassExample.Label)].ColumnType = new KeyDataViewType(typeof(uint), classes.Count);
        var fitted = trainer.Fit(Load(learning, examples, standard.Mean.Length, schema));
        VBuffer<float>[] weights = [];
        fitted.Model.GetWeights(ref weights, out _);
        return LinearHead.OverRaw([.. weights.Select(row => row.DenseValues().ToArray())], [.. fitted.Model.GetBiases()], standard);
    }

    /// <summary>Rows of two sides that weigh the same.</summary>
    public static IDataView Sides(MLContext learning, IReadOnlyList<float[]> rows, IReadOnlyList<bool> defective)
    {
        var bad = defective.Count(label => label);
        var examples = rows.Select((row, at) => new BinaryExample
        {
            Features = row,
            Label = defective[at],
            Weight = defective[at] ? rows.Count / (2f * bad) : rows.Count / (2f * (rows.Count - bad)),
        });
        return Load(learning, examples, rows[0].Length);
    }

    private static IDataView Load<T>(MLContext learning, IEnumerable<T> examples, int length, SchemaDefinition? schema = null)
        where T : class
    {
        schema ??= SchemaDefinition.Create(typeof(T));
        schema[nameof(BinaryExample.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, length);
        return learning.Data.LoadFromEnumerable(examples.ToList(), schema);
    }

    /// <summary>A row of <see cref="Sides"/>.</summary>
    internal sealed class BinaryExample
    {
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }

        public float Weight { get; set; }
    }

    private sealed class ClassExample
    {
        public float[] Features { get; set; } = [];

        // From 0: ML.NET itself adds the 1 by which a key differs from a missing one.
        public uint Label { get; set; }

        public float Weight { get; set; }
    }
}
