using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Tests.Configuration;

public sealed class SettingsTests
{
    [Fact]
    public void The_shipped_configuration_is_valid_and_its_scale_is_the_engines_own()
    {
        var options = Settings.Load();

        Assert.Empty(options.Problems());
        Assert.Equal(AdmiraltyScale.Default, options.Admiralty);
    }

    [Fact]
    public void Every_problem_is_named_at_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Path.Combine("reliability", "appsettings.json"), """{"MaxArticleMegabytes": 0, "Inbox": {"Folder": "", "PollSeconds": 0}}""");

        var result = new CliRunner(folder).Run("init");

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Contains("MaxArticleMegabytes is 0", result.Error, StringComparison.Ordinal);
        Assert.Contains("Inbox:Folder is empty", result.Error, StringComparison.Ordinal);
        Assert.Contains("Inbox:PollSeconds is 0", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RELIABILITY_QUEUE__TRYS", "3", "RELIABILITY_QUEUE__TRYS: no such setting")]
    [InlineData("RELIABILITY_CONFIG", "nowhere.json", "nowhere.json: no such file, though RELIABILITY_CONFIG names it")]
    public void What_the_environment_says_in_vain_is_named(string variable, string value, string message)
    {
        using var folder = new TemporaryFolder();

        var result = new CliRunner(folder).RunIn(new Dictionary<string, string> { [variable] = value }, "config", "check");

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Contains(message, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_that_is_no_json_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Path.Combine("reliability", "appsettings.json"), "{");

        var result = new CliRunner(folder).Run("init");

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Contains("appsettings.json", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }
}
