namespace DefectVision.Statistics.Tails;

/// <summary>Student's t distribution.</summary>
internal static class StudentTail
{
    /// <summary>The t with P(T &gt; t) = tail, for a tail of at most one half.</summary>
    public static double UpperQuantile(double tail, double degrees)
    {
        // P(|T| > t) = I_w(df/2, 1/2) at w = df/(df+t²); 1−w is solved for directly, so that large degrees keep their digits.
        var complement = BetaTail.UpperQuantile(2 * tail, 0.5, degrees / 2);
        return Math.Sqrt(degrees * complement / (1 - complement));
    }
}
