namespace ReliabilityEngine.Tagging;

/// <summary>How often words were cues in the training texts, as log-odds.</summary>
sealed class CueRates
{
    const float Step = 0.05f;

    readonly Dictionary<uint, sbyte> _logits;

    public CueRates(Dictionary<uint, sbyte> logits) => _logits = logits;

    /// <summary>Log-odds of a word that was hardly seen.</summary>
    public static float Unseen { get; } = Logit(0, 0) * Step;

    public float this[uint key] => _logits.TryGetValue(key, out var logit) ? logit * Step : Unseen;

    /// <summary>Smoothed log-odds in steps.</summary>
    public static sbyte Logit(int cues, int tokens)
    {
        const float Prior = 0.3f, Weight = 5f;
        var rate = (cues + Prior) / (tokens + Weight);
        return (sbyte)Math.Clamp(MathF.Round(MathF.Log(rate / (1 - rate)) / Step), sbyte.MinValue, sbyte.MaxValue);
    }

    public static float Worth(sbyte logit) => logit * Step;

    public static uint LemmaKey(in TokenRow row) => FeatureKey.Of(401, row.Lemma);

    public static uint ClusterKey(in TokenRow row) => FeatureKey.Of(402, row.Cluster);

    public static uint TaggedKey(in TokenRow row) => FeatureKey.Of(403, FeatureKey.Join(row.Lemma, (uint)row.Tag));

    public static uint NextKey(in TokenRow row, in TokenRow next) => FeatureKey.Of(404, FeatureKey.Join(row.Lemma, (uint)next.Tag));

    public static CueRates Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var logits = new Dictionary<uint, sbyte>(count);
        for (var i = 0; i < count; i++)
            logits[reader.ReadUInt32()] = reader.ReadSByte();
        return new(logits);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_logits.Count);
        foreach (var (key, logit) in _logits.OrderBy(pair => pair.Key))
        {
            writer.Write(key);
            writer.Write(logit);
        }
    }
}
