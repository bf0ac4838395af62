namespace DefectVision.Imaging.Locating;

/// <summary>What lies behind the product, as one cloud of colours.</summary>
/// <param name="Mean">Red, green, blue; 0 to 255.</param>
/// <param name="Precision">Inverse of their covariance: rr, rg, rb, gg, gb, bb.</param>
/// <param name="Limit">A colour whose squared Mahalanobis distance is above it is not background.</param>
public sealed record Background(IReadOnlyList<double> Mean, IReadOnlyList<double> Precision, double Limit)
{
    /// <summary>Squared Mahalanobis distance of a colour.</summary>
    public double Distance(double red, double green, double blue)
    {
        double r = red - Mean[0], g = green - Mean[1], b = blue - Mean[2];
        return (Precision[0] * r * r) + (Precision[3] * g * g) + (Precision[5] * b * b)
            + (2 * ((Precision[1] * r * g) + (Precision[2] * r * b) + (Precision[4] * g * b)));
    }
}
