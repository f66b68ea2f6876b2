using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>Which sentences are furniture, as the passes find it: the first to mark a sentence has it.</summary>
sealed class FurnitureMap(Document document)
{
    readonly FurnitureKind?[] _kinds = new FurnitureKind?[document.Sentences.Length];
    readonly List<Furniture> _parts = [];

    public Document Document => document;

    public FurnitureKind? this[int sentence] => _kinds[sentence];

    public void Mark(int sentence, FurnitureKind kind) => _kinds[sentence] ??= kind;

    public void Mark(Paragraph line, FurnitureKind kind)
    {
        for (var i = line.Sentences.Start.Value; i < line.Sentences.End.Value; i++)
            Mark(i, kind);
    }

    /// <summary>Adds a part of a sentence, such as a dateline before its first words.</summary>
    public void Add(TextSpan span, FurnitureKind kind) => _parts.Add(new(span, kind));

    /// <summary>Every sentence of the line is furniture of some kind.</summary>
    public bool IsMarked(Paragraph line)
    {
        for (var i = line.Sentences.Start.Value; i < line.Sentences.End.Value; i++)
        {
            if (_kinds[i] is null)
                return false;
        }

        return true;
    }

    public int Words(TokenRange tokens)
    {
        var words = 0;
        for (var i = tokens.First; i < tokens.End; i++)
            words += document.Tokens[i].Kind == TokenKind.Word ? 1 : 0;
        return words;
    }

    /// <summary>The furniture by position; neighbours of one kind in a line are one.</summary>
    public ImmutableArray<Furniture> ToFurniture()
    {
        for (var i = 0; i < _kinds.Length; i++)
        {
            if (_kinds[i] is not { } kind)
                continue;
            var first = i;
            while (i + 1 < _kinds.Length && _kinds[i + 1] == kind && InOneLine(first, i + 1))
                i++;
            _parts.Add(new(document.Sentences[first].Span.Union(document.Sentences[i].Span), kind));
        }

        return [.. _parts.OrderBy(part => part.Span)];
    }

    bool InOneLine(int first, int second) => document.Sentences[first].Paragraph == document.Sentences[second].Paragraph;
}
