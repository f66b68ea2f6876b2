using System.Collections.Frozen;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning;

/// <summary>Whether a text can be judged at all.</summary>
public static class Judgement
{
    public const int LeastWords = 40;

    // Below this a score is given, but its interval is widened.
    public const int FewWords = 150;

    // English prose has them at 0.3 and more, lists of headlines at a tenth; other languages stay below.
    const double LeastFunctionWords = 0.08;

    static readonly FrozenSet<string> FunctionWords = FrozenSet.ToFrozenSet(
    [
        "the", "of", "and", "to", "a", "in", "that", "is", "was", "for", "it", "with", "as", "his", "on", "be", "at", "by", "this", "had",
        "not", "are", "but", "from", "or", "have", "an", "they", "which", "you", "were", "her", "she", "he", "their", "we", "been", "has",
        "when", "who", "will", "there", "what", "so", "if", "would", "about", "them", "than", "into", "could", "its", "then", "these", "our",
    ], StringComparer.Ordinal);

    /// <summary>Why the text cannot be judged, or null.</summary>
    public static string? Obstacle(ArticleAnalysis analysis) => Obstacle(analysis.Document, analysis.Body);

    /// <summary>Why the text cannot be judged, or null.</summary>
    public static string? Obstacle(Document document, Body body) => body switch
    {
        { Sentences.IsEmpty: true } => "no sentence: not judged",
        { Words: < LeastWords } => $"{body.Words} words, fewer than {LeastWords}: not judged",
        _ when FunctionWordShare(document, body) < LeastFunctionWords => "not English, as far as its words tell: not judged",
        _ => null,
    };

    static double FunctionWordShare(Document document, Body body)
    {
        var known = document.Forms.Select(FunctionWords.Contains).ToArray();
        var words = body.Tokens(TokenKind.Word).Count(token => known[token.Form]);
        return (double)words / body.Words;
    }
}
