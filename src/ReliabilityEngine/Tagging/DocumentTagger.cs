using System.Collections.Immutable;
using System.Reflection;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>What the learned taggers say of a document.</summary>
public sealed class DocumentTags
{
    readonly TokenTable? _table;

    internal DocumentTags(TokenTable? table, ImmutableArray<TaggedAttribution>? attributions)
    {
        _table = table;
        (HasAttributions, Attributions) = (attributions is not null, attributions ?? []);
    }

    /// <summary>No weights: nothing is known.</summary>
    public static DocumentTags None { get; } = new(null, null);

    /// <summary>Whether attributions were looked for: none found is then a finding.</summary>
    public bool HasAttributions { get; }

    /// <summary>Whether parts of speech are known.</summary>
    public bool IsKnown => _table is not null;

    public ImmutableArray<TaggedAttribution> Attributions { get; }

    /// <summary>The part of speech of a token; <see cref="PartOfSpeech.None"/> where nothing is known.</summary>
    public PartOfSpeech this[int token]
    {
        get
        {
            if (_table is null)
                return PartOfSpeech.None;
            var document = _table.Document;
            return _table.Rows[token + TokenTable.Offset(document.Sentences[document.SentenceAt(token)].Paragraph)].Tag;
        }
    }
}

/// <summary>Tags documents by the weights that are built in; where there are none, it says nothing.</summary>
public sealed class DocumentTagger
{
    const string Resource = "weights/taggers.bin";

    readonly TaggerWeights? _weights;

    internal DocumentTagger(TaggerWeights? weights) => _weights = weights;

    /// <summary>The tagger of the weights built into the instrument.</summary>
    public static DocumentTagger BuiltIn { get; } = new(ReadResource());

    /// <summary>A tagger without weights.</summary>
    public static DocumentTagger Absent { get; } = new(null);

    /// <summary>Reads weights that <c>train tagger</c> wrote.</summary>
    public static DocumentTagger Read(Stream stream) => new(TaggerWeights.Read(stream));

    public bool HasWeights => _weights is not null;

    public DocumentTags Tag(Document document)
    {
        if (_weights is null || document.Tokens.IsEmpty)
            return DocumentTags.None;
        var table = TokenTable.Of(document, _weights.Words, _weights.PartsOfSpeech);
        return new(table, _weights.Attributions?.Find(table));
    }

    static TaggerWeights? ReadResource()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource);
        return stream is null ? null : TaggerWeights.Read(stream);
    }
}
