using ReliabilityEngine.Analysis;
using ReliabilityEngine.Text;
using static ReliabilityEngine.Features.Feature;

namespace ReliabilityEngine.Features;

/// <summary>The title: its tone, and whether the text bears it out.</summary>
/// <remarks>A title need not stand in the text, so these have no evidence in it.</remarks>
static class TitleFeatures
{
    const FeatureGroup Group = FeatureGroup.Title;

    public static IEnumerable<Feature> All =>
    [
        OfTitle("title_words", "Words of the title.", "words", a => Words(a).Count()),
        OfTitle("title_loaded", "Loaded and subjective words of the title.", "count", a => Cues(a, "loaded", "subjective")),
        OfTitle("title_sensational", "Sensational words of the title.", "count", a => Cues(a, "sensational", "intensifiers")),
        OfTitle("title_hedged", "Hedges and likelihood words of the title.", "count", a => Cues(a, "hedges", "likelihood", "hearsay")),
        OfTitle("title_reports", "Report verbs of the title.", "count", a => Cues(a, "report-verbs")),
        OfTitle("title_question", "The title asks.", "0 or 1", a => Has(a, "?")),
        OfTitle("title_exclaims", "The title exclaims.", "0 or 1", a => Has(a, "!")),
        OfTitle("title_colon", "The title has a colon.", "0 or 1", a => Has(a, ":")),
        OfTitle("title_quotes", "The title has quotation marks.", "0 or 1",
            a => a.Title.Tokens.Any(token => token.Kind == TokenKind.QuotationMark) ? 1 : 0),
        OfTitle("title_numbers", "Numbers of the title.", "count", a => a.Title.Tokens.Count(token => token.Kind == TokenKind.Number)),
        OfTitle("title_capitals_share", "Words of the title of four letters or more that are all in capitals.", ShareOfWhole,
            a => Ratio(Words(a).Count(token => token.Length >= 4 && !token.Span.In(a.Title.Text).ContainsAnyExceptInRange('A', 'Z')), Words(a).Count())),
        OfTitle("title_personal", "\"I\", \"we\", \"you\", \"this\" and the like in the title.", "count",
            a => a.Title.Tokens.Count(token => PersonalForms.Contains(a.Title.Forms[token.Form]))),
        OfTitle("title_borne_out_share", "Words of the title of four letters or more that stand in the body (W3C: Title Representativeness).",
            ShareOfWhole, BorneOut),
    ];

    static readonly HashSet<string> PersonalForms = new(StringComparer.Ordinal)
    {
        "i", "my", "we", "our", "us", "you", "your", "this", "these", "here", "here's", "why", "how", "what",
    };

    static Feature OfTitle(string name, string description, string unit, Func<ArticleAnalysis, double> value) =>
        Measure(Group, name, description, unit, value);

    static IEnumerable<Token> Words(ArticleAnalysis a) => a.Title.Tokens.Where(token => token.Kind == TokenKind.Word);

    static double Cues(ArticleAnalysis a, params ReadOnlySpan<string> lexicons)
    {
        var count = 0;
        foreach (var cue in a.TitleCues)
        {
            if (lexicons.Contains(cue.Lexicon))
                count++;
        }

        return count;
    }

    static double Has(ArticleAnalysis a, string mark) => a.Title.Forms.Contains(mark) ? 1 : 0;

    static double BorneOut(ArticleAnalysis a)
    {
        var words = Words(a).Where(token => token.Length >= 4).Select(token => a.Title.Forms[token.Form]).ToList();
        return Ratio(words.Count(IsInBody), words.Count);

        bool IsInBody(string word)
        {
            foreach (var token in a.Forms.Of(word))
            {
                if (token.Kind == TokenKind.Word)
                    return true;
            }

            return false;
        }
    }
}
