using System.Collections.Frozen;
using System.Collections.Immutable;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>Tells whose guess a claim is: the holder's of a verb such as "suspect", else the speaker's whose words hold it.</summary>
sealed class ClaimVoice
{
    readonly Document _document;
    readonly VoiceMap _voices;
    readonly Attribution[] _byCue;
    readonly HashSet<int> _telling;
    readonly HashSet<int> _reporting;

    public ClaimVoice(Document document, ImmutableArray<CueMatch> cues, ImmutableArray<Attribution> attributions)
    {
        _document = document;
        _voices = new(attributions);
        _byCue = [.. attributions.Where(attribution => attribution.Cue is not null).OrderBy(attribution => attribution.Cue!.Value)];
        _telling = [.. cues.Where(IsTelling).Select(cue => cue.Tokens.First)];
        _reporting = [.. cues.Where(cue => cue.Lexicon == "report-verbs").Select(cue => cue.Tokens.First)];
    }

    public Voice Of(Claim claim)
    {
        var marker = _document.SpanOf(claim.Marker.Tokens);
        if (Holder.OfSuspicion(_document, claim.Marker) is { } suspecting)
            return suspecting;
        var within = _voices.AttributionAt(marker);
        if (within is not null && Reaches(within, marker))
            return VoiceOf(within);
        if (Holder.Of(_document, claim.Marker) is { } holder)
            return holder.IsNamer ? HeldBy(marker) ?? holder.Voice : holder.Voice;
        return IsUnclaimedQuotation(claim.Marker.Tokens.First) ? Voice.Unnamed : Trailing(claim) ?? Voice.Author;
    }

    // "Police suspect that": the verb of guessing is the cue of an attribution itself.
    Voice? HeldBy(TextSpan marker)
    {
        var at = Array.FindIndex(_byCue, attribution => attribution.Cue!.Value.Overlaps(marker));
        return at >= 0 && _byCue[at].Source is not null ? VoiceOf(_byCue[at]) : null;
    }

    // "…, Grove said in her report.": the report may follow its words.
    Voice? Trailing(Claim claim)
    {
        var at = new Surroundings(_document, claim.Marker.Tokens);
        var comma = -1;
        for (var token = claim.Marker.Tokens.End; token < at.Sentence.End; token++)
        {
            if (at[token] == ",")
                comma = token;
            else if (comma >= 0 && token - comma is > 1 and < 6 && _telling.Contains(token) && Words.IsPast(at[token]) && EndsReport(at, token + 1))
                return IsNoSpeaker(at[token - 1]) ? null : Holder.OfNoun(at, token - 1);
        }

        return null;
    }

    // "…, as we saw demonstrated in": a verb or the writer stands where the speaker would.
    static bool IsNoSpeaker(string word) =>
        Words.Speakers.Contains(word) || Words.IsPast(word) || Words.Finite.Contains(word) || Words.IsAdverb(word);

    static bool EndsReport(in Surroundings at, int next) =>
        !at.IsWord(next) || at[next] is "in" or "on" or "at" or "during" or "to" or "last" || Words.Dates.Contains(at[next]);

    // A quotation is the speaker's throughout; reported words only as far as the report goes.
    bool Reaches(Attribution attribution, TextSpan marker)
    {
        var token = _document.TokenAt(marker.Start);
        if (_document.IsQuoted(token) && attribution.Quotation != QuotationForm.Indirect)
            return true;
        return attribution.Cue is { } cue && Tells(cue) && IsReport(attribution, cue) && !IsAside(attribution, cue, token)
            && !IsBeyondCondition(cue, token) && !IsOfThingNamed(cue, token);
    }

    // What somebody thinks or fears is theirs as what they say is.
    static readonly FrozenSet<string> Holding =
    [
        "think", "thinks", "thought", "believe", "believes", "believed", "fear", "fears", "feared", "suspect", "suspects", "suspected", "reckon", "reckons",
        "reckoned", "belief", "view", "opinion",
    ];

    bool Tells(TextSpan cue)
    {
        var tokens = _document.TokensAt(cue);
        // Of "went on to highlight" the last verb tells what follows.
        for (var token = tokens.End - 1; token >= tokens.First; token--)
        {
            if (_document.Form(token) is "mean" or "means" or "meant")
                return false;
            if (_telling.Contains(token) || Holding.Contains(_document.Form(token)) || _document.Form(token) is "according" or ":" or "—" or "–" or "--")
                return true;
            if (_reporting.Contains(token))
                return false;
        }

        return false;
    }

    // What is told is a clause of its own: not "to highlight", nor "that could" of a thing just named, nor what the writer accepts.
    bool IsReport(Attribution attribution, TextSpan cue)
    {
        var first = _document.TokenAt(attribution.Content[0].Start);
        var opening = _document.Form(first);
        if (opening == "that" && attribution.Content[0].Start > cue.Start && first + 1 < _document.Tokens.Length)
            opening = _document.Form(first + 1);
        if (opening == "to" || Words.Finite.Contains(opening) || opening.StartsWith("seem", StringComparison.Ordinal))
            return false;
        var at = new Surroundings(_document, _document.TokensAt(cue));
        return !Words.Speakers.Contains(at[at.SkipBack(at.Marker.First - 1)]) || _document.IsQuoted(first);
    }

    // ", which will almost certainly pass", "— a challenge that could": the writer adds what was not reported.
    bool IsAside(Attribution attribution, TextSpan cue, int marker)
    {
        if (cue.Start > _document.Tokens[marker].Start)
            return false;
        var first = _document.TokenAt(attribution.Content[0].Start);
        for (var token = marker - 1; token > Math.Max(first, marker - 60); token--)
        {
            if (_document.Form(token) is "—" or "–" or "--" || _document.Form(token) is "which" or "who" or "whose" && _document.Form(token - 1) == ",")
                return true;
        }

        return false;
    }

    // "They highlighted cracks that could widen": the report names a thing, the writer says what it may do.
    bool IsOfThingNamed(TextSpan cue, int marker)
    {
        var last = _document.TokensAt(cue).End - 1;
        return marker - 1 > last + 1 && _document.Form(marker - 1) is ("that" or "which")
            && !Words.Saying.Contains(_document.Form(last)) && !Words.Prepositions.Contains(_document.Form(last))
            && !new Surroundings(_document, new(last, marker - 1)).Any(last + 1, marker - 1, Words.Finite);
    }

    // "If polls show a lead, the party will likely": the report ends with the clause that "if" opens.
    bool IsBeyondCondition(TextSpan cue, int marker)
    {
        var at = new Surroundings(_document, _document.TokensAt(cue));
        if (!at.Any(at.ClauseStart(at.Marker.First), at.Marker.First, "if", "when", "although", "though", "while", "unless", "because"))
            return false;
        return at.Any(at.Marker.End, marker, ",");
    }

    bool IsUnclaimedQuotation(int token) =>
        _document.QuotationAt(token) is >= 0 and var quotation && _document.Quotations[quotation].Kind == QuotationKind.Speech
            && _voices.AttributionAt(_document.Tokens[token].Span) is null;

    static bool IsTelling(CueMatch cue) =>
        cue.Lexicon switch
        {
            "report-verbs" => cue.Detail is "clause" or "quote",
            "report-phrases" => true,
            "assertives" => cue.Value == "strong",
            _ => false,
        };

    static Voice VoiceOf(Attribution attribution) => attribution switch
    {
        { Kind: SourceKind.Author } => Voice.Author,
        { Source: not null, Kind: SourceKind.Person or SourceKind.Organisation or SourceKind.Document } => Voice.Named,
        _ => Voice.Unnamed,
    };
}
