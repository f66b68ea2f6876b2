using System.Globalization;

namespace ReliabilityEngine.Learning.Labels;

/// <summary>What several labellers say of an article, as one label.</summary>
public static class JointLabel
{
    /// <summary>The mean of scores, the word of the most; null where two words are said as often.</summary>
    public static string? Of(LabelField field, IReadOnlyCollection<string> values)
    {
        if (field.IsScore)
            return values.Average(value => double.Parse(value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
        var counts = values.CountBy(value => value).OrderByDescending(pair => pair.Value).ToList();
        return counts.Count > 1 && counts[0].Value == counts[1].Value ? null : counts[0].Key;
    }

    /// <summary>
    /// What the joint label of some labellers weighs beside that of one: the gain in reliability by the formula of Spearman (1910)
    /// and Brown (1910). Labellers who agree fully tell no more than one of them; those who agree by chance only each tell as much.
    /// </summary>
    /// <param name="agreement">Alpha of the labellers; null where it is not known, which counts as full.</param>
    public static double Weight(int labellers, double? agreement) => labellers / (1 + ((labellers - 1) * Math.Clamp(agreement ?? 1, 0, 1)));
}
