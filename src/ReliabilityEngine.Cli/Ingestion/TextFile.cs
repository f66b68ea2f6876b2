namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>A user's file that is read whole.</summary>
static class TextFile
{
    /// <param name="expected">What it should be, for the message.</param>
    /// <exception cref="Refusal">It cannot be read, or is no text.</exception>
    public static string Read(string path, string expected)
    {
        try
        {
            return Bytes.TryDecode(File.ReadAllBytes(path), expected, out var text) ? text : throw new Refusal($"{path}:1: {text}");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Refusal($"{path}: no such file, expected {expected}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"{path}: cannot be read: {error.Message}");
        }
    }

    /// <summary>The lines without their ends, each with the place where it stands.</summary>
    public static IEnumerable<(string Place, string Line)> ReadLines(string path, string expected)
    {
        using var reader = new StringReader(Read(path, expected));
        for (var number = 1; reader.ReadLine() is { } line; number++)
            yield return ($"{path}:{number}", line);
    }
}
