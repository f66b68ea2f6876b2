namespace ReliabilityEngine.Learning.Tests;

public class RidgeSystemTests
{
    static readonly SparseRow[] Rows =
    [
        new([0, 1], [1f, 2f]), new([1], [1f]), new([0, 2], [3f, 1f]), new([2], [2f]), new([0, 1, 2], [1f, 1f, 1f]),
    ];

    [Fact]
    public void The_matrix_holds_the_products_of_all_rows()
    {
        var matrix = GramMatrix.Build(Rows, 3, CancellationToken.None);
        for (var i = 0; i < Rows.Length; i++)
        {
            for (var j = 0; j < Rows.Length; j++)
                Assert.Equal(Product(Rows[i], Rows[j]), matrix[i][j], 1e-5);
        }
    }

    [Fact]
    public void A_solved_system_leaves_at_each_example_just_what_its_penalty_asks()
    {
        double[] targets = [10, 4, 25, 9, 12];
        float[] halves = [0.5f, 0.5f, 0.5f, 0.5f, 0.5f];
        bool[] used = [true, true, true, false, true];
        const float Penalty = 0.5f;
        var matrix = GramMatrix.Build(Rows, 3, CancellationToken.None);
        var system = new RidgeSystem(used, targets, [.. Enumerable.Repeat(Penalty, used.Length)], []);
        RidgeSystem.Solve(matrix, [system], CancellationToken.None);
        // The conditions of a ridge regression in the dual: residual = penalty × coefficient, and nothing for rows not used.
        for (var i = 0; i < Rows.Length; i++)
        {
            if (used[i])
                Assert.Equal(Penalty * system.Coefficients[i], targets[i] - system.Predict([i], matrix)[0], 1e-2);
            else
                Assert.Equal(0, system.Coefficients[i]);
        }
    }

    [Fact]
    public void A_guess_from_another_system_changes_the_way_and_not_the_end()
    {
        double[] targets = [10, 4, 25, 9, 12];
        float[] halves = [0.5f, 0.5f, 0.5f, 0.5f, 0.5f];
        var matrix = GramMatrix.Build(Rows, 3, CancellationToken.None);
        var whole = new RidgeSystem([true, true, true, true, true], targets, halves, []);
        RidgeSystem.Solve(matrix, [whole], CancellationToken.None);
        bool[] used = [true, false, true, true, true];
        var (guessed, plain) = (new RidgeSystem(used, targets, halves, []), new RidgeSystem(used, targets, halves, []));
        guessed.StartFrom(whole);
        RidgeSystem.Solve(matrix, [guessed, plain], CancellationToken.None);
        for (var i = 0; i < Rows.Length; i++)
            Assert.Equal(plain.Coefficients[i], guessed.Coefficients[i], 2e-2);
    }

    static double Product(SparseRow left, SparseRow right) =>
        left.Indices.Zip(left.Values).Join(right.Indices.Zip(right.Values), a => a.First, b => b.First, (a, b) => (double)a.Second * b.Second).Sum();
}
