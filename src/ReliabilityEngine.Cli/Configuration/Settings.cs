using System.Globalization;
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
        var configuration = Read();
        var (options, unreadable) = Bind(configuration);
        List<string> problems = [.. unreadable, .. UnknownNames(), .. options.Problems()];
        return problems.Count == 0 ? options : throw new Refusal($"configuration: {string.Join("; ", problems)}");
    }

    /// <summary>Every setting with its value, by name; of the environment only what belongs to the program.</summary>
    public static IEnumerable<(string Name, string Value)> All() =>
        Read().AsEnumerable().Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!)).OrderBy(pair => pair.Key, StringComparer.Ordinal);

    public static IConfigurationRoot Read()
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonStream(Own())
                .AddJsonFile(UserFile, optional: Environment.GetEnvironmentVariable("RELIABILITY_CONFIG") is null, reloadOnChange: false)
                .AddEnvironmentVariables(EnvironmentPrefix)
                .Build();
        }
        catch (FileNotFoundException)
        {
            throw new Refusal($"{UserFile}: no such file, though RELIABILITY_CONFIG names it");
        }
        catch (InvalidDataException error)
        {
            throw new Refusal($"{UserFile}: {error.InnerException?.Message ?? error.Message}");
        }
    }

    /// <summary>RELIABILITY_CONFIG, else reliability/appsettings.json in the user's configuration folder.</summary>
    static string UserFile =>
        Path.GetFullPath(Environment.GetEnvironmentVariable("RELIABILITY_CONFIG") ?? Path.Combine(UserFolders.Configuration, "reliability", "appsettings.json"));

    /// <summary>What cannot be read is named and left at its default, so that all that is wrong is named at once.</summary>
    static (EngineOptions Options, List<string> Problems) Bind(IConfigurationRoot configuration)
    {
        var values = configuration.AsEnumerable().Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        var usual = new ConfigurationBuilder().AddJsonStream(Own()).Build();
        var problems = new List<string>();
        while (true)
        {
            try
            {
                return (new ConfigurationBuilder().AddInMemoryCollection(values).Build().Get<EngineOptions>()!, problems);
            }
            catch (InvalidOperationException error) when (Unreadable(error.Message, values) is { } name)
            {
                problems.Add($"{name} is \"{values[name]}\", expected {(double.TryParse(usual[name], NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "a number" : "another kind of value")}");
                if (usual[name] is { } value && value != values[name])
                    values[name] = value;
                else
                    values.Remove(name);
            }
            catch (InvalidOperationException error)
            {
                throw new Refusal($"configuration: {error.Message}");
            }
        }
    }

    /// <summary>The setting that the binder's message quotes.</summary>
    static string? Unreadable(string message, Dictionary<string, string?> values) =>
        message.Split('\'').FirstOrDefault(part => part.Length > 0 && values.ContainsKey(part));

    /// <summary>
    /// Names that mean nothing: a setting misspelt would be silently without effect. Of the environment those that have a section;
    /// others may be somebody else's.
    /// </summary>
    static IEnumerable<string> UnknownNames() =>
        Unknown(new ConfigurationBuilder().AddJsonFile(UserFile, optional: true, reloadOnChange: false))
            .Concat(Unknown(new ConfigurationBuilder().AddEnvironmentVariables(EnvironmentPrefix))
                .Where(name => name.Contains(':', StringComparison.Ordinal))
                .Select(name => EnvironmentPrefix + name.Replace(":", "__", StringComparison.Ordinal)))
            .Select(name => $"{name}: no such setting");

    static IEnumerable<string> Unknown(IConfigurationBuilder source) => source.Build().AsEnumerable()
        .Where(pair => pair.Value is not null && !IsKnown(typeof(EngineOptions), pair.Key.Split(':')))
        .Select(pair => pair.Key).Order(StringComparer.Ordinal);

    static bool IsKnown(Type type, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return true;
        if (type.IsArray)
            return int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out _) && IsKnown(type.GetElementType()!, path[1..]);
        return type.GetProperty(path[0], BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is { } property && IsKnown(property.PropertyType, path[1..]);
    }

    static Stream Own() => Assembly.GetExecutingAssembly().GetManifestResourceStream("appsettings.json")!;
}
