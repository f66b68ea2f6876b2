using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace ReliabilityEngine.Cli.Configuration;

/// <summary>Where settings come from: the program's own file, the user's file over it, the environment over both.</summary>
static class Settings
{
    /// <summary>Such as RELIABILITY_DB or RELIABILITY_INBOX__FOLDER.</summary>
    const string EnvironmentPrefix = "RELIABILITY_";

    public static EngineOptions Load()
    {
        var options = Bind(Read());
        var problems = options.Problems().ToList();
        return problems.Count == 0 ? options : throw new Refusal($"configuration: {string.Join("; ", problems)}");
    }

    /// <summary>Every setting with its value, by name; of the environment only what belongs to the program.</summary>
    public static IEnumerable<(string Name, string Value)> All() =>
        Read().AsEnumerable().Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!)).OrderBy(pair => pair.Key, StringComparer.Ordinal);

    public static IConfigurationRoot Read()
    {
        var own = Assembly.GetExecutingAssembly().GetManifestResourceStream("appsettings.json")!;
        try
        {
            return new ConfigurationBuilder()
                .AddJsonStream(own)
                .AddJsonFile(UserFile, optional: Environment.GetEnvironmentVariable("RELIABILITY_CONFIG") is null, reloadOnChange: false)
                .AddEnvironmentVariables(EnvironmentPrefix)
                .Build();
        }
        catch (Exception error) when (error is InvalidDataException or FileNotFoundException)
        {
            throw new Refusal($"{UserFile}: {error.InnerException?.Message ?? error.Message}");
        }
    }

    /// <summary>RELIABILITY_CONFIG, else reliability/appsettings.json in the user's configuration folder.</summary>
    static string UserFile =>
        Path.GetFullPath(Environment.GetEnvironmentVariable("RELIABILITY_CONFIG") ?? Path.Combine(UserFolders.Configuration, "reliability", "appsettings.json"));

    static EngineOptions Bind(IConfigurationRoot configuration)
    {
        try
        {
            return configuration.Get<EngineOptions>()!;
        }
        catch (InvalidOperationException error)
        {
            throw new Refusal($"configuration: {error.Message}");
        }
    }
}
