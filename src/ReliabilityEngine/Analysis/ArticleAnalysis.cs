using System.Collections.Immutable;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>What was found in an article: the input of every feature.</summary>
public sealed class ArticleAnalysis
{
    ILookup<string, CueMatch>? _cuesByLexicon;
    FormPlaces? _forms;
    bool[]? _attributed;

    public required Article Article { get; init; }

    public required Document Document { get; init; }

    public required ImmutableArray<Furniture> Furniture { get; init; }

    public required Body Body { get; init; }

    /// <summary>Every lexicon's matches in the body, by position.</summary>
    public required ImmutableArray<CueMatch> Cues { get; init; }

    public required ImmutableArray<Attribution> Attributions { get; init; }

    /// <summary>Whose words stand where.</summary>
    public required VoiceMap Voices { get; init; }

    public required ImmutableArray<VoicedCue> Hedges { get; init; }

    public required ImmutableArray<VoicedCue> Boosters { get; init; }

    public required ImmutableArray<Speculation> Speculations { get; init; }

    public required ImmutableArray<InferenceLink> Links { get; init; }

    public required ImmutableArray<Chain> Chains { get; init; }

    /// <summary>What the likelihoods of the chains were read from.</summary>
    public required LikelihoodTable Likelihoods { get; init; }

    /// <summary>A few words in marks that nobody is said to have spoken.</summary>
    public required ImmutableArray<TextSpan> ScareQuotes { get; init; }

    /// <summary>The title's own document, whether or not it stands in the text; empty without a title.</summary>
    public required Document Title { get; init; }

    /// <summary>The matches in <see cref="Title"/>; their spans count within it.</summary>
    public required ImmutableArray<CueMatch> TitleCues { get; init; }

    public IEnumerable<CueMatch> CuesOf(string lexicon) => LazyInitializer.EnsureInitialized(ref _cuesByLexicon, ByLexicon)[lexicon];

    /// <summary>Where a lexicon's entries stand in the author's voice.</summary>
    public IEnumerable<TextSpan> AuthorCues(string lexicon) =>
        CuesOf(lexicon).Select(cue => cue.Span).Where(span => Voices.At(span) == Voice.Author);

    /// <summary>Where any of some lower-case forms stands in the body.</summary>
    public IEnumerable<TextSpan> BodyForms(params ReadOnlySpan<string> forms)
    {
        var places = new List<TextSpan>();
        foreach (var form in forms)
        {
            foreach (var token in Forms.Of(form))
                places.Add(token.Span);
        }

        places.Sort();
        return places;
    }

    /// <summary>Where any of some lower-case forms stands in the author's voice.</summary>
    public IEnumerable<TextSpan> AuthorForms(params ReadOnlySpan<string> forms) =>
        BodyForms(forms).Where(span => Voices.At(span) == Voice.Author);

    internal FormPlaces Forms => LazyInitializer.EnsureInitialized(ref _forms, () => new(Document, Body));

    /// <summary>The sentences of the body that hold an attribution's content, by their order there.</summary>
    internal bool[] AttributedSentences => LazyInitializer.EnsureInitialized(ref _attributed, Attributed);

    ILookup<string, CueMatch> ByLexicon() => Cues.ToLookup(cue => cue.Lexicon, StringComparer.Ordinal);

    bool[] Attributed()
    {
        var attributed = new bool[Body.Sentences.Length];
        foreach (var attribution in Attributions)
        {
            foreach (var content in attribution.Content)
            {
                for (var i = Body.FirstEndingAfter(content.Start); i < attributed.Length && Body.Sentences[i].Span.Start < content.End; i++)
                    attributed[i] = true;
            }
        }

        return attributed;
    }
}
