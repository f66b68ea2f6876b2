namespace ReliabilityEngine.Text;

/// <summary>A sentence, headline or list item.</summary>
/// <param name="Paragraph">Index of the paragraph that holds it.</param>
public readonly record struct Sentence(TextSpan Span, TokenRange Tokens, int Paragraph);

/// <summary>Sentences up to a blank line, or to a line end that is not a hard wrap.</summary>
/// <param name="Sentences">Half-open range of indices into <see cref="Document.Sentences"/>.</param>
public readonly record struct Paragraph(TextSpan Span, TokenRange Tokens, Range Sentences);
