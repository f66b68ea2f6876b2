using ReliabilityEngine.Lexicons;

namespace ReliabilityEngine.Attributions;

/// <summary>What each lexicon says of a word, as the search for sources reads it.</summary>
static class SourceLexicons
{
    /// <summary>Any noun that can head a source.</summary>
    public const WordClass Heads = WordClass.Title | WordClass.Role | WordClass.UnnamedHead | WordClass.CollectiveHead
        | WordClass.DocumentHead | WordClass.BodyHead | WordClass.KnownBody;

    public const WordClass People = WordClass.Role | WordClass.UnnamedHead | WordClass.CollectiveHead;

    public static WordClass ClassOf(CueMatch cue) => cue.Lexicon switch
    {
        "report-verbs" or "attitude-verbs" => WordClass.Report,
        "titles" => WordClass.Title,
        "given-names" => WordClass.GivenName,
        "anonymous-heads" => cue.Value == "bare" ? WordClass.UnnamedHead | WordClass.BareHead : WordClass.UnnamedHead,
        "knowledge-basis" => WordClass.Basis,
        "anonymity-reasons" => WordClass.Basis | WordClass.Anonymity,
        "body-words" => WordClass.BodyWord,
        "collective-heads" or "nationalities" => WordClass.CollectiveHead,
        "document-heads" => WordClass.DocumentHead,
        "organisation-heads" => WordClass.BodyHead,
        "ranks" => WordClass.Rank,
        "roles" => cue.Detail == "post" ? WordClass.Role | WordClass.Post : WordClass.Role,
        "known-bodies" or "places" => WordClass.KnownBody,
        "report-nouns" => WordClass.SpeechNoun,
        _ => WordClass.None,
    };

    public static ReportFrame FrameOf(CueMatch verb) => verb.Detail switch
    {
        "quote" => ReportFrame.Quote,
        "object" => ReportFrame.Object,
        "infinitive" => ReportFrame.Infinitive,
        _ => ReportFrame.Clause,
    };
}
