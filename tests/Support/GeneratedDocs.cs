namespace ReliabilityEngine.Tests.Support;

/// <summary>Pages that are written from the code and committed.</summary>
static class GeneratedDocs
{
    /// <summary>Fails where a page is not what the code says; with RELIABILITY_WRITE_DOCS=1 writes it instead.</summary>
    public static void AssertCurrent(string expected, params string[] path)
    {
        var file = Repository.PathOf(path);
        if (Environment.GetEnvironmentVariable("RELIABILITY_WRITE_DOCS") == "1")
            Write(file, expected);
        Assert.True(File.Exists(file), $"{file} is missing. {Remedy}");
        Assert.True(expected == File.ReadAllText(file).ReplaceLineEndings("\n"), $"{file} is out of date. {Remedy}");
    }

    static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    const string Remedy = "Run the tests once with RELIABILITY_WRITE_DOCS=1 and commit what they write.";
}
