namespace ReliabilityEngine.Tagging;

/// <summary>The learned part of the instrument: words, parts of speech, attributions.</summary>
sealed record TaggerWeights(WordTable Words, PartOfSpeechTagger PartsOfSpeech, AttributionTagger? Attributions)
{
    const uint Magic = 0x52454C31;

    public static TaggerWeights Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        if (reader.ReadUInt32() != Magic)
            throw new InvalidDataException("Not a file of tagger weights, or one of another version.");
        return new(
            WordTable.Read(reader),
            PartOfSpeechTagger.Read(reader),
            reader.ReadBoolean() ? ReadAttributions(reader) : null);
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        Words.Write(writer);
        PartsOfSpeech.Write(writer);
        writer.Write(Attributions is not null);
        if (Attributions is not { } tagger)
            return;
        writer.Write(tagger.Threshold);
        tagger.Cues.Write(writer);
        tagger.Roles.Write(writer);
        tagger.Rates.Write(writer);
        tagger.Judge.Write(writer);
    }

    static AttributionTagger ReadAttributions(BinaryReader reader)
    {
        var threshold = reader.ReadSingle();
        return new(LabelChain.Read(reader), LabelChain.Read(reader), CueRates.Read(reader), Forest.Read(reader), threshold);
    }
}
