using System.Numerics.Tensors;

namespace DefectVision.Inference.Features;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations. Source: Golub and Van Loan, Matrix Computations, 8.5.</summary>
public static class SymmetricEigen
{
    private const int MostSweeps = 40;

    /// <summary>Off the diagonal this share of its square is rounding.</summary>
    private const double Rounding = 1e-22;

    /// <param name="matrix">Symmetric, by rows; it is used up.</param>
    /// <returns>The values, and a vector of unit length for each; unsorted.</returns>
    public static (double[] Values, double[][] Vectors) Of(double[][] matrix)
    {
        var size = matrix.Length;
        var vectors = Enumerable.Range(0, size).Select(at =>
        {
            var unit = new double[size];
            unit[at] = 1;
            return unit;
        }).ToArray();
        var scratch = new double[size];
        for (var sweep = 0; sweep < MostSweeps && !IsDiagonal(matrix); sweep++)
        {
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    Rotate(matrix, vectors, scratch, p, q);
                }
            }
        }

        return ([.. matrix.Select((row, at) => row[at])], vectors);
    }

    private static bool IsDiagonal(double[][] matrix)
    {
        var on = matrix.Select((row, at) => row[at] * row[at]).Sum();
        return matrix.Sum(row => TensorPrimitives.SumOfSquares<double>(row)) - on <= Rounding * on;
    }

    private static void Rotate(double[][] matrix, double[][] vectors, double[] scratch, int p, int q)
    {
        double pp = matrix[p][p], qq = matrix[q][q], pq = matrix[p][q];
        if (pq * pq <= Rounding * Rounding * Math.Abs(pp * qq))
        {
            return;
        }

        var theta = (qq - pp) / (2 * pq);
        var tangent = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        Turn(matrix[p], matrix[q], scratch, cosine, sine);
        Turn(vectors[p], vectors[q], scratch, cosine, sine);

        // The columns are the rows again; where they cross, both turns have met.
        for (var at = 0; at < matrix.Length; at++)
        {
            matrix[at][p] = matrix[p][at];
            matrix[at][q] = matrix[q][at];
        }

        matrix[p][p] = pp - (tangent * pq);
        matrix[q][q] = qq + (tangent * pq);
        matrix[p][q] = matrix[q][p] = 0;
    }

    // p := c p - s q, q := s p + c q.
    private static void Turn(double[] p, double[] q, double[] scratch, double cosine, double sine)
    {
        TensorPrimitives.Multiply(q, sine, scratch);
        TensorPrimitives.Multiply(q, cosine, q);
        TensorPrimitives.MultiplyAdd(p, sine, q, q);
        TensorPrimitives.Multiply(p, cosine, p);
        TensorPrimitives.Subtract<double>(p, scratch, p);
    }
}
