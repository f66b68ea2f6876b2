using ReliabilityEngine.Lexicons;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>Reads a user's own lexicons, which replace or amend those that come with the engine.</summary>
static class LexiconFolder
{
    /// <exception cref="Refusal">The folder is missing, or one of its files is not what data/lexicons/README.md describes.</exception>
    public static LexiconLibrary Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new Refusal($"{folder}: no such folder, expected one of lexicons");
        LexiconText[] files = [.. Directory.EnumerateFiles(folder).Where(IsLexicon).Order(StringComparer.Ordinal)
            .Select(file => new LexiconText(file, TextFile.Read(file, "a lexicon in UTF-8")))];
        if (files.Length == 0)
            throw new Refusal($"{folder}: no lexicon in it, expected files such as hedges.txt or hedges.add.txt");
        try
        {
            return LexiconLibrary.BuiltIn.With(files);
        }
        catch (FormatException error)
        {
            throw new Refusal(error.Message);
        }
    }

    // A copy of the engine's own folder has the page on the format in it.
    static bool IsLexicon(string path) => Path.GetFileName(path) is not ("README.md" or ['.', ..]);
}
