using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>The parts of speech of a document as coarsely as the lexicons tell senses by them.</summary>
public static class WordReadings
{
    /// <summary>One a token; empty where no tagger has read the document.</summary>
    public static WordReading[] Of(Document document, DocumentTags tags)
    {
        if (!tags.IsKnown)
            return [];
        var readings = new WordReading[document.Tokens.Length];
        for (var i = 0; i < readings.Length; i++)
            readings[i] = Of(tags[i]);
        return readings;
    }

    static WordReading Of(PartOfSpeech tag) => tag switch
    {
        PartOfSpeech.None => WordReading.Unknown,
        PartOfSpeech.Noun or PartOfSpeech.PluralNoun => WordReading.Noun,
        PartOfSpeech.ProperNoun => WordReading.Name,
        PartOfSpeech.Modal => WordReading.Modal,
        PartOfSpeech.Adjective or PartOfSpeech.AdjectiveCompared => WordReading.Adjective,
        _ => tag.IsVerb() ? WordReading.Verb : WordReading.Other,
    };
}
