namespace ReliabilityEngine.Ratings;

/// <summary>The Admiralty code's two axes, as cut points on the scale of the scores.</summary>
/// <param name="A">An outlet's interval must lie above it altogether.</param>
/// <param name="B">Like those below, a shrunken mean must reach it.</param>
/// <param name="Two">A reliability from which on an item is probably true.</param>
/// <param name="Three">A reliability from which on an item is possibly true.</param>
/// <param name="FewestArticles">With fewer scored articles an outlet cannot be judged.</param>
/// <param name="FewestOrigins">With so many other, independent origins of the same report an item that is probably true is confirmed.</param>
public sealed record AdmiraltyScale(double A, double B, double C, double D, double Two, double Three, int FewestArticles, int FewestOrigins)
{
    public const char CannotJudgeOutlet = 'F';
    public const int CannotJudgeItem = 6;

    const int Confirmed = 1;
    const int ProbablyTrue = 2;
    const int Doubtful = 4;

    public static AdmiraltyScale Default { get; } = new(A: 75, B: 65, C: 50, D: 35, Two: 65, Three: 40, FewestArticles: 5, FewestOrigins: 2);

    /// <summary>A to E for an outlet over time, or F.</summary>
    public char SourceReliability(int articles, double shrunkenMean, Interval interval)
    {
        if (articles < FewestArticles)
            return CannotJudgeOutlet;
        if (interval.Low >= A)
            return 'A';
        return shrunkenMean >= B ? 'B' : shrunkenMean >= C ? 'C' : shrunkenMean >= D ? 'D' : 'E';
    }

    /// <summary>2 to 4 for one item from its text alone, or 6.</summary>
    /// <param name="reliability">Null where the text cannot be judged.</param>
    /// <param name="restsOnOneUnnamedSource">The lead claim has one unnamed source, and nothing says how it knows.</param>
    public int InformationCredibility(double? reliability, bool restsOnOneUnnamedSource)
    {
        if (reliability is not { } score)
            return CannotJudgeItem;
        var number = score >= Two ? ProbablyTrue : score >= Three ? 3 : Doubtful;
        return restsOnOneUnnamedSource ? Math.Min(number + 1, Doubtful) : number;
    }

    /// <summary>1 for what is probably true by its text and confirmed by others, else the text's own number.</summary>
    /// <param name="origins">Independent ones, besides the article's own.</param>
    public int Corroborated(int number, int origins) => number == ProbablyTrue && origins >= FewestOrigins ? Confirmed : number;
}
