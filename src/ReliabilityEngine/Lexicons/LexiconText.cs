namespace ReliabilityEngine.Lexicons;

/// <summary>A file of a user's own lexicons.</summary>
/// <param name="Path">Its last part is the lexicon's name with <c>.txt</c> or <c>.add.txt</c>; the whole stands in messages.</param>
public readonly record struct LexiconText(string Path, string Text);
