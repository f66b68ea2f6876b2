using ReliabilityEngine.Cli.Commands;
using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. Verbs.All.Select(verb => verb.Name)];

    /// <summary>Help comes before any complaint about what is missing.</summary>
    [Theory, MemberData(nameof(Commands))]
    public void Every_command_helps_without_its_arguments(string command)
    {
        using var folder = new TemporaryFolder();
        var result = new CliRunner(folder).Run(command, "--help");
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.Contains($"reliability {command}", result.Out, StringComparison.Ordinal);
        Assert.Contains("Examples", result.Out, StringComparison.Ordinal);
    }
}
