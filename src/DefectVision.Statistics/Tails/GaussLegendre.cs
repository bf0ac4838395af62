namespace DefectVision.Statistics.Tails;

/// <summary>Nodes and weights of Gauss-Legendre quadrature, by Newton's method on the Legendre polynomials.</summary>
internal static class GaussLegendre
{
    public static (double[] Nodes, double[] Weights) OnUnitInterval(int count)
    {
        var (nodes, weights) = (new double[count], new double[count]);
        for (var k = 0; k < count; k++)
        {
            var x = Math.Cos(Math.PI * (k + 0.75) / (count + 0.5));
            var slope = 0.0;
            for (var step = 0; step < 20; step++)
            {
                var (value, before) = (x, 1.0);
                for (var degree = 2; degree <= count; degree++)
                    (value, before) = (((2 * degree - 1) * x * value - (degree - 1) * before) / degree, value);
                slope = count * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }
            nodes[count - 1 - k] = (1 + x) / 2;
            weights[count - 1 - k] = 1 / ((1 - x * x) * slope * slope);
        }
        return (nodes, weights);
    }
}
