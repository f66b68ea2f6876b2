namespace ReliabilityEngine.Learning.Labels;

/// <summary>What one labeller said of one article in one field.</summary>
/// <param name="Article">Whatever tells the articles apart.</param>
/// <param name="Value">In the field's normal form.</param>
public readonly record struct Label(string Article, string Labeller, string Value);
