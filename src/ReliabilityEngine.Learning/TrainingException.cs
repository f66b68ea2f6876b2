namespace ReliabilityEngine.Learning;

/// <summary>Something that training was given cannot be used; the message says where, what was found and what was expected.</summary>
public sealed class TrainingException(string message) : Exception(message);
