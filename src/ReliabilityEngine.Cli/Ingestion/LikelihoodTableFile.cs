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
        if (!File.Exists(nameOrPath))
            throw new Refusal($"{nameOrPath}: no likelihood table, expected {string.Join(", ", LikelihoodTable.BuiltIn.Select(known => known.Name))} or a file");
        try
        {
            return LikelihoodTable.Read(new StringReader(TextFile.Read(nameOrPath, "likelihoods in UTF-8")), nameOrPath);
        }
        catch (FormatException error)
        {
            throw new Refusal(error.Message);
        }
    }
}
