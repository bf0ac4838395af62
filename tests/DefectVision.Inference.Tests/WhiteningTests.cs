using DefectVision.Statistics;
using DefectVision.Inference.Features;

namespace DefectVision.Inference.Tests;

/// <summary>Rules of principal components: eigenvectors solve their equation, whitened numbers have unit deviation and no correlation.</summary>
public sealed class WhiteningTests
{
    /// <summary>Source: the second difference matrix of order n has the eigenvalues 2 - 2 cos(k pi / (n + 1)) (Golub and Van Loan, 4.8).</summary>
    [Fact]
    public void The_values_of_a_matrix_known_in_closed_form_come_out()
    {
        const int size = 24;
        double[][] Matrix() => [.. Enumerable.Range(0, size).Select(row => Enumerable.Range(0, size).Select(column => row == column ? 2.0 : Math.Abs(row - column) == 1 ? -1 : 0).ToArray())];
        var matrix = Matrix();
        var (values, vectors) = SymmetricEigen.Of(Matrix());
        var wanted = Enumerable.Range(1, size).Select(k => 2 - (2 * Math.Cos(k * Math.PI / (size + 1)))).ToList();
        Assert.All(values.Order().Zip(wanted), pair => Assert.Equal(pair.Second, pair.First, 10));
        for (var k = 0; k < size; k++)
        {
            for (var row = 0; row < size; row++)
                Assert.Equal(values[k] * vectors[k][row], Enumerable.Range(0, size).Sum(column => matrix[row][column] * vectors[k][column]), 10);
        }
    }

    [Fact]
    public void Whitened_numbers_have_unit_deviation_and_no_correlation()
    {
        var random = new PinnedGenerator(5, stream: 0);
        var rows = Enumerable.Range(0, 4000).Select(_ =>
        {
            double a = random.NextDouble(), b = random.NextDouble(), c = random.NextDouble();
            return new[] { (float)(100 * a), (float)((100 * a) + b), (float)c, (float)((3 * b) - c) };
        }).ToList();
        var whitening = Whitening.Fit(rows, 3);
        var whitened = rows.Select(whitening.Apply).ToList();
        Assert.Equal(3, whitening.Weights.Count);
        for (var first = 0; first < 3; first++)
        {
            for (var second = 0; second < 3; second++)
                Assert.Equal(first == second ? 1 : 0, whitened.Average(row => (double)row[first] * row[second]), 2);
        }
    }
}
