using ReliabilityEngine.Speculations;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>Reads the likelihoods that a house gives its words.</summary>
static class LikelihoodTableFile
{
    /// <param name="nameOrPath">One of the tables that come with the engine, else a file.</param>
    /// <exception cref="Refusal">There is no such table, or it is broken.</exception>
    public static LikelihoodTable Read(string nameOrPath)
    {
        if (LikelihoodTable.Named(nameOrPath) is { } table)
            return table;
        try
        {
            return Bytes.TryDecode(File.ReadAllBytes(nameOrPath), "likelihoods in UTF-8", out var text)
                ? LikelihoodTable.Read(new StringReader(text), nameOrPath)
                : throw new Refusal($"{nameOrPath}:1: {text}");
        }
        catch (FormatException error)
        {
            throw new Refusal(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"{nameOrPath}: no likelihood table, expected {string.Join(", ", LikelihoodTable.BuiltIn.Select(known => known.Name))} or a file");
        }
    }
}
