using ReliabilityEngine.Text;

namespace ReliabilityEngine.Lexicons;

/// <summary>A lexicon's entry found in a text.</summary>
/// <param name="Lexicon">The lexicon's name, such as <c>hedges</c>.</param>
/// <param name="Entry">The entry's phrase as its file has it, such as <c>seem~v to</c>.</param>
/// <param name="Value">The value of the lexicon's first column, such as a band or a stance; empty where there is none.</param>
/// <param name="Detail">That of its second column, such as a report verb's frame; empty where there is none.</param>
public readonly record struct CueMatch(
    string Lexicon, string Entry, string Value, TextSpan Span, TokenRange Tokens, string Detail = "");
