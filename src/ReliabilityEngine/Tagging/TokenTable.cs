using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>The tokens of a document as rows of facts, a few empty rows around each paragraph so that no neighbour is missing.</summary>
sealed class TokenTable
{
    public const int Padding = 3;

    const int UnknownCluster = 1000;
    const int UnknownGroup = 200;

    TokenTable(Document document)
    {
        Document = document;
        Rows = new TokenRow[document.Tokens.Length + (Padding * (document.Paragraphs.Length + 1))];
        Paragraphs = [.. document.Paragraphs.Select((paragraph, i) =>
            new TokenRange(paragraph.Tokens.First + Offset(i), paragraph.Tokens.End + Offset(i)))];
    }

    public Document Document { get; }

    public TokenRow[] Rows { get; }

    /// <summary>The rows of each paragraph.</summary>
    public ImmutableArray<TokenRange> Paragraphs { get; }

    public static TokenTable Of(Document document, WordTable words, PartOfSpeechTagger? tagger)
    {
        var table = new TokenTable(document);
        table.Fill(words);
        QuoteStates.Fill(table);
        tagger?.Tag(table);
        table.PlaceInSentences();
        table.PlaceInOrder();
        return table;
    }

    /// <summary>The rows of a sentence.</summary>
    public TokenRange Sentence(int sentence)
    {
        var (tokens, offset) = (Document.Sentences[sentence].Tokens, Offset(Document.Sentences[sentence].Paragraph));
        return new(tokens.First + offset, tokens.End + offset);
    }

    /// <summary>The tokens that rows of one paragraph stand for.</summary>
    public static TokenRange TokensOf(TokenRange rows, int paragraph) =>
        new(rows.First - Offset(paragraph), rows.End - Offset(paragraph));

    public static int Offset(int paragraph) => Padding * (paragraph + 1);

    void Fill(WordTable words)
    {
        var facts = new WordFacts[Document.Forms.Length];
        for (var i = 0; i < facts.Length; i++)
            facts[i] = WordFacts.Of(Document.Forms[i], words);
        Rows.AsSpan().Fill(new() { Tag = PartOfSpeech.None, Sentence = -1, VerbBefore = -1, VerbAfter = -1, NominalBefore = -1 });
        for (var p = 0; p < Paragraphs.Length; p++)
        {
            var tokens = Document.Paragraphs[p].Tokens;
            for (var i = tokens.First; i < tokens.End; i++)
                Rows[i + Offset(p)] = Row(i, facts[Document.Tokens[i].Form]);
        }
    }

    TokenRow Row(int token, WordFacts facts)
    {
        var shape = Shapes.Of(Document.Raw(token));
        var kind = Document.Tokens[token].Kind;
        return new()
        {
            Word = facts.Word,
            Lemma = facts.Lemma,
            Suffix = facts.Suffix,
            Prefix = facts.Prefix,
            Cluster = facts.Cluster != 0 ? facts.Cluster : (ushort)(UnknownCluster + (int)shape),
            Group = facts.Group != 0 ? facts.Group : (byte)(UnknownGroup + (int)shape),
            Shape = shape,
            Stop = Shapes.StopOf(Document.Text[Document.Tokens[token].Start]),
            Tag = kind switch
            {
                TokenKind.Punctuation or TokenKind.QuotationMark => PartOfSpeech.Punctuation,
                TokenKind.Number => PartOfSpeech.Number,
                _ => facts.Tag,
            },
            Sentence = Document.SentenceAt(token),
            VerbBefore = -1,
            VerbAfter = -1,
            NominalBefore = -1,
        };
    }

    void PlaceInOrder()
    {
        var passed = default(Passed);
        for (var i = 1; i < Rows.Length - 1; i++)
        {
            Rows[i].Before = passed;
            Rows[i].Junction = Junctions.Of(Rows, i);
            passed = passed.Past(Rows[i], Rows[i + 1]);
        }
    }

    void PlaceInSentences()
    {
        for (var s = 0; s < Document.Sentences.Length; s++)
        {
            var sentence = Sentence(s);
            var (verb, nominal) = (-1, -1);
            for (var i = sentence.First; i < sentence.End; i++)
            {
                (Rows[i].VerbBefore, Rows[i].NominalBefore) = (verb, nominal);
                Rows[i].FromStart = (byte)Math.Min(TokenRow.Far, i - sentence.First);
                Rows[i].ToEnd = (byte)Math.Min(TokenRow.Far, sentence.End - 1 - i);
                if (Rows[i].Tag.IsVerb())
                    verb = i;
                if (Rows[i].Tag.IsNominal())
                    nominal = i;
            }

            verb = -1;
            for (var i = sentence.End - 1; i >= sentence.First; i--)
            {
                Rows[i].VerbAfter = verb;
                if (Rows[i].Tag.IsVerb())
                    verb = i;
            }
        }
    }
}
