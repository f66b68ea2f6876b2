using System.Collections.Frozen;
using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>A word or phrase that says that its claim is not established.</summary>
readonly record struct Marker(TokenRange Tokens, LikelihoodBand Band, MarkerSense Sense);

/// <summary>Finds the markers among a text's likelihood words: each kind of word is asked for the readings that guess nothing.</summary>
static class MarkerFinder
{
    public const string Lexicon = "likelihood";

    static readonly FrozenDictionary<string, MarkerSense> Senses =
        Enum.GetValues<MarkerSense>().ToFrozenDictionary(sense => sense == MarkerSense.SureTo ? "sure-to" : sense.ToString().ToLowerInvariant());

    public static List<Marker> Find(Document document, ImmutableArray<CueMatch> cues)
    {
        var markers = new List<Marker>();
        foreach (var cue in cues)
        {
            if (cue.Lexicon != Lexicon || !LikelihoodBands.TryParse(cue.Value, out var likelihood) || !Senses.TryGetValue(cue.Detail, out var sense))
                continue;
            if (Band(sense, likelihood, new(document, cue.Tokens)) is { } band)
                markers.Add(new(cue.Tokens, band, sense));
        }

        return markers;
    }

    static LikelihoodBand? Band(MarkerSense sense, LikelihoodBand band, in Surroundings at) => sense switch
    {
        MarkerSense.Plain => PlainSense.IsGuess(at) ? band : null,
        MarkerSense.Modal => ModalSense.IsGuess(at) && !PlainSense.IsMentioned(at) ? band : null,
        MarkerSense.Must => NecessitySense.MustIsInferred(at) ? band : null,
        MarkerSense.Cannot => NecessitySense.CannotIsInferred(at) ? band : null,
        MarkerSense.Would => NecessitySense.WouldHaveIsInferred(at) ? LikelihoodBand.Likely : null,
        MarkerSense.Seeming => SeemingSense.IsGuess(at) ? band : null,
        MarkerSense.Likeness => SeemingSense.IsLikeness(at) ? band : null,
        MarkerSense.Thinking => OpinionSense.Thinking(at, band),
        MarkerSense.Supposing => OpinionSense.Supposing(at, band) ?? (AdjectiveSense.IsSuspected(at) ? band : null),
        MarkerSense.Positing => OpinionSense.IsPosited(at) ? band : null,
        MarkerSense.Doubting => OpinionSense.IsDoubted(at) ? band : null,
        MarkerSense.Conviction => PressedSense.IsConvinced(at) ? band : null,
        MarkerSense.Unsure => PressedSense.IsUnsure(at) ? band : null,
        MarkerSense.Evidence => EvidenceSense.IsGuess(at) ? band : null,
        MarkerSense.Suspicion => PressedSense.IsSuspicion(at) ? band : null,
        MarkerSense.Likely => AdjectiveSense.Likely(at, band),
        MarkerSense.Possible => AdjectiveSense.IsPossible(at) ? band : null,
        MarkerSense.Apparent => AdjectiveSense.IsApparent(at) ? band : null,
        MarkerSense.Pressed => PressedSense.IsInferred(at) ? band : null,
        MarkerSense.Evident => PressedSense.IsEvident(at) ? band : null,
        MarkerSense.SureTo => AdjectiveSense.IsSureTo(at) ? band : null,
        MarkerSense.Surprise => band,
        MarkerSense.Odds => OddsSense.Band(at),
        _ => null,
    };
}
