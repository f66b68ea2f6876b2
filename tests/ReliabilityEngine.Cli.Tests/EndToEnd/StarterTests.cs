using System.Diagnostics;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

/// <summary>Whether the starter builds ML.NET's learners in, with an SDK of the tests' own, in which a step fails when it is told so.</summary>
public sealed class StarterTests : IDisposable
{
    const string Sdk = """
        #!/bin/sh
        echo "$1 $MLNet" >>calls
        for step in $FAILING; do
            case "$1 $MLNet" in ${step%%,*}*${step##*,}) exit 1 ;; esac
        done
        [ "$1" = publish ] || exit 0
        while [ "$1" != -o ]; do shift; done
        mkdir "$2"
        printf '#!/bin/sh\necho "ML.NET %s"\n' "$MLNet" >"$2/reliability"
        chmod +x "$2/reliability"
        """;

    readonly TemporaryFolder _folder = new();

    public StarterTests()
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var name in (string[])["src/a.cs", "artifacts/.keep"])
            _folder.Write(name, "");
        Script("reliability", Repository.Read("reliability"));
        Script("bin/dotnet", Sdk);
    }

    public void Dispose() => _folder.Dispose();

    /// <param name="failing">Steps of the SDK that fail: what it is asked for, and MLNet in the environment.</param>
    /// <param name="answer">What the program is built with, and what is remembered; nothing where it cannot be built.</param>
    /// <param name="later">What it is built with when everything works, after a source changed.</param>
    [Theory]
    [InlineData("", "true", "true")]
    [InlineData("restore,", "false", "false")]
    [InlineData("publish,true", "false", "false")]
    [InlineData("publish,true publish,false", "", "true")]
    [InlineData("restore, publish,false", "", "true")]
    public void It_remembers_what_the_program_was_built_with(string failing, string answer, string later)
    {
        if (OperatingSystem.IsWindows())
            return;
        var first = Start(failing);
        Assert.Equal(answer.Length > 0 ? $"ML.NET {answer}\n" : "", first.Out);
        Assert.Equal(answer.Length > 0 ? ExitCode.Done : ExitCode.Failure, first.ExitCode);
        Assert.Equal(answer.Length > 0 ? $"{answer}\n" : null, File.Exists(_folder.File("artifacts/mlnet.answer")) ? File.ReadAllText(_folder.File("artifacts/mlnet.answer")) : null);
        _folder.Write("src/b.cs", "");
        File.Delete(_folder.File("calls"));
        Assert.Equal($"ML.NET {later}\n", Start("").Out);
        Assert.Equal(answer.Length == 0, File.ReadAllText(_folder.File("calls")).Contains("restore", StringComparison.Ordinal));
    }

    CliResult Start(string failing)
    {
        var start = new ProcessStartInfo(_folder.File("reliability")) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{_folder.File("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["FAILING"] = failing;
        start.Environment.Remove("MLNet");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(CliRunner.Patience));
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    void Script(string name, string text)
    {
        var file = _folder.Write(name, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
