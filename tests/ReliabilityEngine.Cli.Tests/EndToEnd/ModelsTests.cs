using System.Diagnostics;
using Dapper;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

[Collection(TrainedModels.Name)]
public sealed class ModelsTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;
    readonly TrainedDatabase _trained;

    public ModelsTests(TrainedDatabase trained)
    {
        (_trained, _cli) = (trained, new(_folder));
        trained.CopyTo(_cli.DatabasePath);
    }

    [Fact]
    public void Models_that_come_with_the_program_are_in_use_from_the_start()
    {
        File.Delete(_cli.DatabasePath);

        var rows = _cli.Run("models", "list", "--format", "csv").OutLines.Skip(1).ToList();

        Assert.NotEmpty(rows);
        Assert.Equal(ShippedModel.All.Length, rows.Count);
        Assert.All(ShippedModel.All.Where(model => model.IsDefault), model => Assert.Contains(rows, row => row.StartsWith($"{model.Target},{model.Version},in-use,shipped,", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_candidate_that_loses_is_not_put_in_use_and_the_loss_is_said()
    {
        var refused = _cli.Run("models", "promote", _trained.Weak);

        Assert.Equal(ExitCode.GateMissed, refused.ExitCode);
        Assert.Matches(@"it loses \d\.\d{3} of correlation", refused.Error);
        Assert.Contains("72 articles of 8 outlets that neither ever saw", refused.Out, StringComparison.Ordinal);
        Assert.Equal(_trained.Strong, InUse());
        Assert.Equal(ExitCode.BadInput, _cli.Run("models", "promote", _trained.Weak, "--force").ExitCode);
    }

    [Fact]
    public void Who_overrules_the_gate_is_written_down_with_the_reason_and_the_former_model_can_come_back()
    {
        Assert.Equal(ExitCode.Done, _cli.Run("models", "promote", _trained.Weak, "--force", "--why", "a try").ExitCode);
        Assert.Equal(_trained.Weak, InUse());
        Assert.Contains($"by {Environment.UserName}@", _cli.Run("models", "show", "reliability").Out, StringComparison.Ordinal);
        Assert.Contains("why: a try", _cli.Run("models", "show", _trained.Weak[..6], "--format", "csv").Out, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, _cli.Run("models", "rollback", "reliability").ExitCode);

        Assert.Equal(_trained.Strong, InUse());
        Assert.Equal(ExitCode.Done, _cli.Run("models", "rollback", "reliability").ExitCode);
        Assert.Contains("was the first in use", _cli.Run("models", "rollback", "reliability").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_travels_with_its_trial_and_a_changed_one_is_refused_with_both_hashes()
    {
        _cli.Run("models", "export", _trained.Weak, "--output", "out", "--with-labels");
        var file = _folder.File(Path.Combine("out", $"reliability-{_trained.Weak}.model"));
        var elsewhere = _folder.File("elsewhere.db");
        Assert.Contains($"{_trained.Weak}: candidate", _cli.Run("models", "import", file, "--db", elsewhere).Out, StringComparison.Ordinal);
        Assert.Contains(",candidate,imported,", _cli.Run("models", "list", "--format", "csv", "--db", elsewhere).Out, StringComparison.Ordinal);

        var bytes = File.ReadAllBytes(file);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
        var refused = _cli.Run("models", "import", file, "--db", elsewhere);

        Assert.Equal(ExitCode.BadInput, refused.ExitCode);
        Assert.Contains(hash, refused.Error, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Learners_that_this_build_lacks_are_listed_and_refused_with_how_to_get_them()
    {
        var listed = _cli.Run("models", "learners", "--format", "csv");
        Assert.Contains("\nlinear,yes,", listed.Out, StringComparison.Ordinal);
        var missing = listed.OutLines.Select(line => line.Split(',')).Where(cells => cells[1] == "no").Select(cells => cells[0]).ToList();
        var recipe = File.ReadAllText(Repository.PathOf("models", "reliability.recipe.json"));

        Assert.All([.. missing, "guesses"], name =>
        {
            _folder.Write("lacks.recipe.json", recipe.Replace("\"linear\"", $"\"{name}\"", StringComparison.Ordinal));
            var train = _cli.Run("train", "--recipe", "lacks.recipe.json");
            Assert.Equal(ExitCode.BadInput, train.ExitCode);
            Assert.StartsWith($"reliability: lacks.recipe.json:3: no learner \"{name}\" in this build", train.Error, StringComparison.Ordinal);
            Assert.Equal(name != "guesses", train.Error.Contains("-p:MLNet=true", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_open_model_is_taken_from_its_files_and_stays_a_candidate()
    {
        var taken = _cli.Run("models", "import", Repository.PathOf("models", "open-bias.model"));

        Assert.True(taken.ExitCode == ExitCode.Done, taken.Error);
        Assert.Matches("^[0-9a-f]{12}: candidate for bias in ", taken.Out);
    }

    [Fact]
    public async Task A_running_worker_takes_the_new_model_between_two_articles()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = _cli.Start(new Dictionary<string, string> { ["RELIABILITY_INBOX__SETTLESECONDS"] = "0", ["RELIABILITY_INBOX__POLLSECONDS"] = "0.05" }, "run", "--inbox", "inbox");
        var log = process.StandardError.ReadToEndAsync();
        try
        {
            await Arrive("before");
            Assert.Equal(ExitCode.Done, _cli.Run("models", "promote", _trained.Weak, "--force", "--why", "a try").ExitCode);
            await Arrive("after");
        }
        finally
        {
            Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();
            Assert.True(process.WaitForExit(Patience));
        }

        Assert.Contains($"\"reliability\":\"{_trained.Strong}\"", _cli.Run("report", "article", "before", "--format", "jsonl").Out, StringComparison.Ordinal);
        Assert.Contains($"\"reliability\":\"{_trained.Weak}\"", _cli.Run("report", "article", "after", "--format", "jsonl").Out, StringComparison.Ordinal);
        Assert.Contains($"scoring by reliability {_trained.Weak}", await log, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    string InUse() => _cli.Run("models", "list", "--format", "csv").OutLines.Single(line => line.StartsWith("reliability,", StringComparison.Ordinal) && line.Contains(",in-use,", StringComparison.Ordinal)).Split(',')[1];

    async Task Arrive(string id)
    {
        var text = string.Concat(Enumerable.Repeat("The board said on Monday that it will close the quay. ", 20));
        var part = _folder.Write(Path.Combine("inbox", $"{id}.part"), $$"""{"id": "{{id}}", "outlet": "The Harbour Post", "text": "{{text}}"}""");
        File.Move(part, _folder.File(Path.Combine("inbox", $"{id}.jsonl")));
        using var database = Database.OpenExisting(_cli.DatabasePath);
        var start = TimeProvider.System.GetTimestamp();
        while (database.Connection.ExecuteScalar<int>("SELECT count(*) FROM latest_scores s JOIN articles a ON a.key = s.article WHERE a.id = @id", new { id }) == 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "waited too long");
            await Task.Delay(50);
        }
    }
}
