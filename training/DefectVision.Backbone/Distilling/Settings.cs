namespace DefectVision.Backbone.Distilling;

/// <summary>What decides the weights. Two runs with equal settings, photos and teachers on one machine give the same ones.</summary>
/// <param name="Crops">Crops in the whole run.</param>
/// <param name="Seed">Of crops and first weights.</param>
internal sealed record Settings(long Crops, ulong Seed)
{
    public const int Batch = 16;
    public const double LearningRate = 2e-3;
    public const double LastLearningRate = 2e-5;
    public const double WeightDecay = 1e-4;

    /// <summary>Steps over which the rate rises to its full height.</summary>
    public const long WarmUp = 200;

    /// <summary>Batches over which the teachers' channels are measured.</summary>
    public const int ScaleBatches = 32;

    public long Steps => Crops / Batch;

    /// <summary>A cosine from the full rate to one hundredth of it, after a short rise (Loshchilov and Hutter 2017, ICLR).</summary>
    public double RateAt(long step) => step < WarmUp
        ? LearningRate * (step + 1) / WarmUp
        : LastLearningRate + ((LearningRate - LastLearningRate) * (1 + Math.Cos(Math.PI * (step - WarmUp) / Math.Max(1, Steps - WarmUp))) / 2);
}
