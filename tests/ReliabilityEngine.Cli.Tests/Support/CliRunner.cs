using System.Diagnostics;
using System.Text;
using ReliabilityEngine.Soak;

namespace ReliabilityEngine.Cli.Tests.Support;

/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
sealed record CliResult(int ExitCode, string Out, string Error)
{
    public string[] OutLines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the built program as a process of its own, in a folder and with a database of its own.</summary>
sealed class CliRunner(TemporaryFolder folder)
{
    static readonly string Program =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "reliability.exe" : "reliability");

    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string DatabasePath => folder.File("test.db");

    public CliResult Run(params string[] arguments) => RunWith("", arguments);

    public CliResult RunIn(IReadOnlyDictionary<string, string> environment, params string[] arguments) => Finish(Start(environment, arguments), "", arguments);

    public CliResult RunWith(string input, params string[] arguments) => Finish(Start(arguments), input, arguments);

    static CliResult Finish(Process started, string input, string[] arguments)
    {
        using var process = started;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading.
        }

        Assert.True(process.WaitForExit(Patience), $"{string.Join(' ', arguments)}: still running");
        return new(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    public Process Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    public Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["RELIABILITY_DB"] = DatabasePath;
        start.Environment["XDG_CONFIG_HOME"] = folder.Path;
        start.Environment.Remove("COLUMNS");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(Interruptible.Of(start))!;
    }
}
