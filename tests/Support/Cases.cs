namespace ReliabilityEngine.Tests.Support;

/// <summary>Reads a table of cases: tab-separated lines; empty lines and lines that begin with # are passed over.</summary>
static class Cases
{
    /// <summary>The cases of a file under the test project's folder; each row ends with "file:line" for the message.</summary>
    public static TheoryData<string[]> Read(params string[] path)
    {
        var data = new TheoryData<string[]>();
        var lines = File.ReadAllLines(Repository.PathOf(path));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > 0 && lines[i][0] != '#')
                data.Add([.. lines[i].Split('\t'), $"{path[^1]}:{i + 1}"]);
        }

        return data;
    }
}
