using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Text;
using static ReliabilityEngine.Features.Feature;

namespace ReliabilityEngine.Features;

/// <summary>Loaded, sensational and emphatic wording, and how directly the author speaks to the reader.</summary>
static class LanguageFeatures
{
    const FeatureGroup Group = FeatureGroup.Language;

    public static IEnumerable<Feature> All =>
    [
        PerThousandWords(Group, "loaded_per_1k", "Loaded words in the author's voice (Recasens et al. 2013).", a => a.AuthorCues("loaded")),
        PerThousandWords(Group, "quoted_loaded_per_1k", "Loaded words in somebody else's voice.",
            a => a.CuesOf("loaded").Select(cue => cue.Span).Where(span => a.Voices.At(span) != Voice.Author)),
        PerThousandWords(Group, "subjective_per_1k", "Subjective words in the author's voice (Wiebe et al. 2004).",
            a => a.AuthorCues("subjective")),
        PerThousandWords(Group, "intensifiers_per_1k", "Intensifiers in the author's voice.", a => a.AuthorCues("intensifiers")),
        PerThousandWords(Group, "conspiratorial_per_1k", "Wording of hidden plots, in the author's voice.", a => a.AuthorCues("conspiratorial")),
        PerThousandWords(Group, "sensational_per_1k", "Sensational wording in the author's voice.", a => a.AuthorCues("sensational")),
        PerThousandWords(Group, "first_person_per_1k", "\"I\", \"we\" and their forms in the author's voice.",
            a => a.AuthorForms("i", "me", "my", "mine", "we", "us", "our", "ours", "i'm", "i've", "we're", "we've", "i'd", "we'll")),
        PerThousandWords(Group, "second_person_per_1k", "\"You\" and its forms in the author's voice.",
            a => a.AuthorForms("you", "your", "yours", "you're", "you've", "you'll", "yourself")),
        PerThousandWords(Group, "duty_per_1k", "\"Should\", \"must\" and \"ought\" in the author's voice.",
            a => a.AuthorForms("should", "must", "ought", "shouldn't", "mustn't")),
        PerThousandWords(Group, "absolutes_per_1k", "\"Always\", \"never\", \"every\" and the like in the author's voice.",
            a => a.AuthorForms("always", "never", "every", "everyone", "everything", "everybody", "nobody", "nothing", "none", "entire", "totally")),
        PerThousandWords(Group, "negations_per_1k", "Negations in the author's voice.",
            a => a.AuthorForms("not", "no", "nor", "neither", "without", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't",
                "weren't", "can't", "cannot", "won't", "wouldn't", "hasn't", "haven't")),
        PerThousandWords(Group, "contrast_per_1k", "\"But\", \"however\", \"yet\" and the like in the author's voice.",
            a => a.AuthorForms("but", "however", "yet", "although", "though", "despite", "nevertheless", "whereas")),
        PerThousandWords(Group, "exclamations_per_1k", "Exclamation marks in the author's voice.", a => a.AuthorForms("!")),
        PerThousandWords(Group, "questions_per_1k", "Question marks in the author's voice.", a => a.AuthorForms("?")),
        PerThousandWords(Group, "capitals_per_1k", "Words of four letters or more all in capitals, in the author's voice.", Capitals),
        PerThousandWords(Group, "scare_quotes_per_1k", "A few words in marks that nobody is said to have spoken.",
            a => a.ScareQuotes.Where(a.Body.Contains)),
    ];

    static List<TextSpan> Capitals(ArticleAnalysis a)
    {
        var capitals = new List<TextSpan>();
        foreach (var token in a.Body.Tokens(TokenKind.Word))
        {
            if (token.Length >= 4 && IsUpper(token.Span.In(a.Document.Text)) && a.Voices.At(token.Span) == Voice.Author)
                capitals.Add(token.Span);
        }

        return capitals;
    }

    static bool IsUpper(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('A', 'Z');
}
