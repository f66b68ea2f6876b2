using ReliabilityEngine.Text;

namespace ReliabilityEngine.Lexicons;

/// <summary>A lexicon's entry found in a text.</summary>
/// <param name="Lexicon">The lexicon's name, such as <c>hedges</c>.</param>
/// <param name="Value">What the lexicon says of the entry, such as a band or a stance; empty where it says nothing.</param>
public readonly record struct CueMatch(string Lexicon, string Entry, string Value, TextSpan Span, TokenRange Tokens);
