using DefectVision.Inference;

namespace DefectVision.Training.Heads;

/// <summary>
/// Fits Platt's sigmoid to cross-fitted scores by Newton's method with his smoothed targets.
/// Source: Platt 1999; the safeguarded iteration of Lin, Lin and Weng 2007, Machine Learning 68:267.
/// </summary>
internal static class PlattFit
{
    private const int MostSteps = 100;

    /// <returns>Null when either side has too few photos for a calibration.</returns>
    public static Calibration? Fit(IReadOnlyList<(double Score, bool Defective)> scored)
    {
        var bad = scored.Count(entry => entry.Defective);
        var good = scored.Count - bad;
        if (!(Math.Min(bad, good) >= Calibration.FewestPhotos))
        {
            return null;
        }

        var high = (bad + 1.0) / (bad + 2.0);
        var low = 1.0 / (good + 2.0);
        var (a, b) = (0.0, Math.Log((good + 1.0) / (bad + 1.0)));
        var loss = Loss(a, b);
        for (var step = 0; step < MostSteps; step++)
        {
            double aa = 1e-12, bb = 1e-12, ab = 0, da = 0, db = 0;
            foreach (var (score, defective) in scored)
            {
                var p = Sigmoid((a * score) + b);
                var weight = p * (1 - p);
                var gap = (defective ? high : low) - p;
                aa += score * score * weight;
                bb += weight;
                ab += score * weight;
                da += score * gap;
                db += gap;
            }

            if (Math.Max(Math.Abs(da), Math.Abs(db)) < 1e-9)
            {
                break;
            }

            var determinant = (aa * bb) - (ab * ab);
            var moveA = -((bb * da) - (ab * db)) / determinant;
            var moveB = -((aa * db) - (ab * da)) / determinant;
            var length = 1.0;
            while (length > 1e-10 && !(Loss(a + (length * moveA), b + (length * moveB)) < loss))
            {
                length /= 2;
            }

            if (length <= 1e-10)
            {
                break;
            }

            (a, b) = (a + (length * moveA), b + (length * moveB));
            loss = Loss(a, b);
        }

        return new Calibration(a, b, good, bad);

        double Loss(double slope, double offset) => scored.Sum(entry =>
        {
            var z = (slope * entry.Score) + offset;
            var target = entry.Defective ? high : low;
            return z >= 0 ? (target * z) + Math.Log(1 + Math.Exp(-z)) : ((target - 1) * z) + Math.Log(1 + Math.Exp(z));
        });
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(z));
}
