namespace ReliabilityEngine.Learning.Tests;

public class RowTableTests
{
    [Fact]
    public void Products_of_several_rows_at_once_are_those_of_each_with_each()
    {
        // A width that no vector of the processor divides.
        const int Width = 37;
        var random = new Random(5);
        var (left, right) = (Filled(RowTable.Together), Filled(RowTable.Others));
        Span<float> products = stackalloc float[RowTable.Together * RowTable.Others];
        left.Multiply(0, right, 0, products);
        for (var i = 0; i < RowTable.Together; i++)
        {
            for (var j = 0; j < RowTable.Others; j++)
                Assert.Equal(left[i].ToArray().Zip(right[j].ToArray(), (a, b) => (double)a * b).Sum(), products[(i * RowTable.Others) + j], 1e-4);
        }

        RowTable Filled(int rows)
        {
            var table = new RowTable(rows, Width);
            for (var row = 0; row < rows; row++)
            {
                for (var k = 0; k < Width; k++)
                    table[row][k] = random.NextSingle();
            }

            return table;
        }
    }
}
