namespace ReliabilityEngine.Learning;

/// <summary>Weighted ridge regression on few columns, by the normal equations and Cholesky's decomposition.</summary>
static class SmallRidge
{
    /// <summary>The coefficients that make the weighted squares of what is left, and the penalised squares of their own, least.</summary>
    /// <param name="penalties">One a column, more than 0.</param>
    public static double[] Fit(IReadOnlyList<(double[] Columns, double Target, double Weight)> rows, double[] penalties)
    {
        var size = penalties.Length;
        var (matrix, sums) = (new double[size, size], new double[size]);
        for (var i = 0; i < size; i++)
            matrix[i, i] = penalties[i];
        foreach (var (columns, target, weight) in rows)
        {
            for (var i = 0; i < size; i++)
            {
                var value = weight * columns[i];
                sums[i] += value * target;
                for (var j = 0; j <= i; j++)
                    matrix[i, j] += value * columns[j];
            }
        }

        Decompose(matrix, size);
        return Solve(matrix, sums);
    }

    /// <summary>Turns the lower half of a matrix into its Cholesky factor.</summary>
    static void Decompose(double[,] matrix, int size)
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                    sum -= matrix[i, k] * matrix[j, k];
                matrix[i, j] = i == j ? Math.Sqrt(sum) : sum / matrix[j, j];
            }
        }
    }

    static double[] Solve(double[,] factor, double[] sums)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            for (var k = 0; k < i; k++)
                sums[i] -= factor[i, k] * sums[k];
            sums[i] /= factor[i, i];
        }

        for (var i = sums.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < sums.Length; k++)
                sums[i] -= factor[k, i] * sums[k];
            sums[i] /= factor[i, i];
        }

        return sums;
    }
}
