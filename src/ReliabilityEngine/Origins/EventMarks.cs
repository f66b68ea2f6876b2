using System.Collections.Frozen;
using System.Collections.Immutable;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Origins;

/// <summary>Reads from title and lead which event an article is about.</summary>
public static class EventMarks
{
    const int LeadSentences = 4;
    const int ShortestWord = 3;
    const int MostMarks = 60;

    /// <summary>What every second report says tells nothing of the event.</summary>
    static readonly FrozenSet<string> Everyday = FrozenSet.ToFrozenSet(
        LexiconLibrary.BuiltIn["function-words"].Entries.Select(entry => entry.Phrase).Concat(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
        october november december jan feb mar apr jun jul aug sept sep oct nov dec said say says told tell tells report reports
        reported reporting according news new year years month months week weeks day days time times today yesterday tomorrow
        first last one two three four five also people mr mrs ms like just get make made
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        StringComparer.Ordinal);

    public static ImmutableArray<EventMark> Of(ArticleAnalysis analysis)
    {
        var marks = new Dictionary<string, MarkKinds>(StringComparer.Ordinal);
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        var common = CommonForms(analysis.Document);
        Read(analysis.Title, [.. analysis.Title.Tokens.Select((_, token) => token)], MarkKinds.Title);
        foreach (var sentence in analysis.Body.Sentences.Take(LeadSentences))
            Read(analysis.Document, [.. Enumerable.Range(sentence.Tokens.First, sentence.Tokens.Count)], MarkKinds.Lead);
        return [.. Cited(analysis), .. marks.Select(pair => new EventMark(pair.Key, pair.Value) { Written = written[pair.Key] }).OrderByDescending(mark => mark.Is(MarkKinds.Title)).Take(MostMarks)];

        void Read(Document document, int[] tokens, MarkKinds place)
        {
            foreach (var token in tokens)
            {
                if (Mark(document, token) is not { } mark)
                    continue;
                var isName = place == MarkKinds.Lead && token != tokens[0] && char.IsUpper(document.Raw(token)[0]) && !common.Contains(document.Form(token));
                // Names are written with a capital in the lead, where titles may be all capitals.
                if (isName)
                    written[mark.Text] = document.Raw(token).ToString();
                else
                    written.TryAdd(mark.Text, document.Form(token));
                marks[mark.Text] = marks.GetValueOrDefault(mark.Text) | mark.Kinds | place | (isName ? MarkKinds.Name : MarkKinds.None);
            }
        }
    }

    /// <summary>A medium's name as it is compared: letters and digits alone, in lower case, without article and domain.</summary>
    public static string Squeezed(string medium)
    {
        var name = medium.ToLowerInvariant();
        name = name.StartsWith("www.", StringComparison.Ordinal) ? name[4..] : name;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var letters = string.Concat((dot > 0 && !name.Contains(' ', StringComparison.Ordinal) ? name[..dot] : name).Where(char.IsLetterOrDigit));
        return letters.StartsWith("the", StringComparison.Ordinal) && letters.Length > 6 ? letters[3..] : letters;
    }

    static EventMark? Mark(Document document, int token)
    {
        var form = document.Form(token);
        switch (document.Tokens[token].Kind)
        {
            case TokenKind.Number:
                var digits = string.Concat(form.Where(letter => char.IsAsciiDigit(letter) || letter == '.'));
                return digits.Length >= 2 && !IsYear(digits) ? new(digits.Trim('.'), MarkKinds.Number) : null;
            case TokenKind.Word when form.Length >= ShortestWord && !Everyday.Contains(form.TrimEnd('.')):
                return new(Stem.Of(form, stackalloc char[Stem.Longest]).ToString(), MarkKinds.None);
            default:
                return null;
        }
    }

    static bool IsYear(string digits) => digits is ['1', '9', _, _] or ['2', '0', _, _];

    static HashSet<string> CommonForms(Document document) =>
    [
        .. Enumerable.Range(0, document.Tokens.Length).Where(token => char.IsLower(document.Text[document.Tokens[token].Start])).Select(document.Form),
    ];

    static IEnumerable<EventMark> Cited(ArticleAnalysis analysis) => analysis.CuesOf("known-bodies").Where(cue => cue.Value == "media")
        .Select(cue => cue.Span.In(analysis.Article.Text).ToString())
        .SelectMany(name => Agency.Named(name) is { } agency ? (IEnumerable<string>)[Squeezed(name), Squeezed(agency)] : [Squeezed(name)])
        .Distinct(StringComparer.Ordinal).Select(name => new EventMark(name, MarkKinds.Cited));
}
