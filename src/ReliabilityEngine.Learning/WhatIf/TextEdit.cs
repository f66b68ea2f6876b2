using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.WhatIf;

/// <summary>Other words, or none, for a part of a text; between two characters where the part is empty.</summary>
/// <param name="Place">The words that give occasion for it.</param>
public readonly record struct TextEdit(TextSpan Span, string Replacement, TextSpan Place)
{
    public static TextEdit Replace(TextSpan place, string words) => new(place, words, place);

    /// <param name="place">The words that give occasion for the others.</param>
    public static TextEdit Insert(int position, string words, TextSpan place) => new(new(position, position), words, place);

    /// <summary>Nothing for words inside a sentence: spaces, commas and the capital that depend on them follow.</summary>
    public static TextEdit LeaveOut(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        var opens = Opens(text, start);
        if (At(text, end) == ',' && At(text, start - 1) == ' ' && At(text, start - 2) == ',')
            return new(new(start - 2, end + 1), "", span);
        if (At(text, end) == ',' && opens)
            end++;
        if (!opens && At(text, start - 1) == ' ')
            return new(new(start - 1, end), "", span);
        if (At(text, end) == ' ')
            end++;
        return opens && char.IsUpper(text[span.Start]) && char.IsLower(At(text, end))
            ? new(new(start, end + 1), char.ToUpperInvariant(text[end]).ToString(), span)
            : new(new(start, end), "", span);
    }

    /// <summary>Nothing for a sentence and the spaces after it.</summary>
    public static TextEdit LeaveOutSentence(string text, TextSpan sentence)
    {
        var end = sentence.End;
        while (At(text, end) == ' ')
            end++;
        return new(new(sentence.Start, end), "", sentence);
    }

    /// <summary>The text with all edits made; of edits that overlap the first stands.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var (result, position) = (new System.Text.StringBuilder(text.Length), 0);
        foreach (var edit in edits.OrderBy(edit => edit.Span))
        {
            if (edit.Span.Start < position)
                continue;
            result.Append(text, position, edit.Span.Start - position).Append(edit.Replacement);
            position = edit.Span.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>Whether a place opens a sentence, as far as the characters before it tell.</summary>
    static bool Opens(string text, int start)
    {
        while (At(text, start - 1) is ' ' or '“' or '"' or '‘' or '(')
            start--;
        return start <= 0 || text[start - 1] is '\n' or '.' or '!' or '?' or '”';
    }

    static char At(string text, int index) => index >= 0 && index < text.Length ? text[index] : '\n';
}
