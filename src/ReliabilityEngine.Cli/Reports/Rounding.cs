namespace ReliabilityEngine.Cli.Reports;

/// <summary>Rounding that keeps a sum.</summary>
static class Rounding
{
    /// <summary>The parts to one decimal, by largest remainder, so that they add up to a total that has one decimal itself.</summary>
    public static double[] ToTenths(double[] parts, double total)
    {
        var tenths = Array.ConvertAll(parts, part => (int)Math.Floor(part * 10));
        var missing = (int)Math.Round(total * 10) - tenths.Sum();
        var byRemainder = Enumerable.Range(0, parts.Length).OrderByDescending(i => parts[i] * 10 - tenths[i]).ThenBy(i => i).ToList();
        // A total that the parts do not come to is not made up.
        for (var i = 0; i < Math.Min(missing, parts.Length); i++)
            tenths[byRemainder[i]]++;
        return Array.ConvertAll(tenths, value => value / 10.0);
    }
}
