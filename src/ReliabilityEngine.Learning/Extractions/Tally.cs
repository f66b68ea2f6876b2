namespace ReliabilityEngine.Learning.Extractions;

/// <summary>How many a person marked, how many were found, and how many of these are right.</summary>
public readonly record struct Tally(int Right, int Gold, int Found)
{
    /// <summary>1 where there is nothing to find and nothing was found.</summary>
    public double F1 => Gold + Found == 0 ? 1 : 2.0 * Right / (Gold + Found);

    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    /// <summary>What was missed and what was found wrongly.</summary>
    public int Errors => Gold + Found - (2 * Right);

    public static Tally operator +(Tally left, Tally right) => new(left.Right + right.Right, left.Gold + right.Gold, left.Found + right.Found);

    public static Tally Add(Tally left, Tally right) => left + right;
}
