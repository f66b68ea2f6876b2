using ReliabilityEngine.Analysis;
using ReliabilityEngine.Text;
using static ReliabilityEngine.Features.Feature;

namespace ReliabilityEngine.Features;

/// <summary>The article's outward form: length, paragraphs, numbers, credits.</summary>
static class FormFeatures
{
    const FeatureGroup Group = FeatureGroup.Form;

    public static IEnumerable<Feature> All =>
    [
        Measure(Group, "log_words", "Natural logarithm of one more than the body's words.", "ln(words)", a => Math.Log(1 + a.Body.Words)),
        Measure(Group, "words_per_paragraph", "Mean length of the paragraphs.", "words", WordsPerParagraph),
        Measure(Group, "distinct_words_share", "Different words among the first 200 of the body.", ShareOfWhole, DistinctWords),
        PerThousandWords(Group, "numbers_per_1k", "Numbers in figures.", a => a.Body.Tokens(TokenKind.Number).Select(token => token.Span)),
        PerThousandWords(Group, "names_per_1k", "Capitalised words that do not begin a sentence.", Names),
        PerThousandWords(Group, "weekdays_and_months_per_1k", "Days and months by name: when it happened.", Dates),
        PerThousandWords(Group, "list_numbers_per_1k", "Numbered points.", a => a.Body.Tokens(TokenKind.ListNumber).Select(token => token.Span)),
        PerThousandWords(Group, "addresses_per_1k", "Web addresses and handles.",
            a => a.Body.Tokens(TokenKind.Url).Concat(a.Body.Tokens(TokenKind.Handle)).Select(token => token.Span)),
        PerThousandWords(Group, "dashes_per_1k", "Dashes between words.", a => a.BodyForms("—", "–", "--")),
        PerThousandWords(Group, "brackets_per_1k", "Opening brackets.", a => a.BodyForms("(", "[")),
        Measure(Group, "furniture_share", "Characters of the text that are furniture.", ShareOfWhole,
            a => Ratio(a.Furniture.Sum(x => x.Span.Length), a.Document.Text.Length)),
    ];

    static readonly HashSet<string> DateWords = new(StringComparer.Ordinal)
    {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "April", "June",
        "July", "August", "September", "October", "November", "December", "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
    };

    static double WordsPerParagraph(ArticleAnalysis a) =>
        Ratio(a.Body.Words, a.Body.Sentences.Select(sentence => sentence.Paragraph).Distinct().Count());

    // A fixed window, because the share of different words falls with length.
    static double DistinctWords(ArticleAnalysis a)
    {
        var window = a.Body.Tokens(TokenKind.Word).Take(200).Select(token => token.Form).ToList();
        return Ratio(window.Distinct().Count(), window.Count);
    }

    static List<TextSpan> Names(ArticleAnalysis a)
    {
        var names = new List<TextSpan>();
        foreach (var sentence in a.Body.Sentences)
        {
            var begun = false;
            foreach (var token in a.Body.TokensIn(sentence))
            {
                if (token.Kind != TokenKind.Word)
                    continue;
                if (begun && token.Length > 1 && char.IsUpper(a.Document.Text[token.Start]))
                    names.Add(token.Span);
                begun = true;
            }
        }

        return names;
    }

    static List<TextSpan> Dates(ArticleAnalysis a)
    {
        var words = DateWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var dates = new List<TextSpan>();
        foreach (var token in a.Body.Tokens(TokenKind.Word))
        {
            if (char.IsAsciiLetterUpper(a.Document.Text[token.Start]) && words.Contains(token.Span.In(a.Document.Text)))
                dates.Add(token.Span);
        }

        return dates;
    }
}
