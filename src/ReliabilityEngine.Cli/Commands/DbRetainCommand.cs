using System.CommandLine;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Drops old texts.</summary>
sealed class DbRetainCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly Option<string> _keep = new("--keep-text") { Description = "How long texts are kept, such as 90d; else the configuration's KeepText.", HelpName = "days" };

    public DbRetainCommand()
        : base(
            "retain", "Drop texts that were stored long ago; their measurements and scores are kept.",
            "reliability db retain --keep-text 90d")
    {
        Add(_keep);
        _database = new(this);
        Run(Retain);
    }

    int Retain(Call call)
    {
        var setting = call.Value(_keep) ?? call.Options.KeepText;
        if (setting.Length == 0)
            throw new Refusal("texts are kept for ever: expected --keep-text or KeepText, such as 90d");
        var keep = Days.Parse(setting) ?? throw new Refusal($"--keep-text {setting}: {Days.Expected}");
        using var database = _database.OpenExisting(call);
        var dropped = new Retention(database, TimeProvider.System).DropTexts(keep, call.Cancellation);
        call.Terminal.Out.WriteLine($"dropped the texts of {(dropped == 1 ? "1 article" : $"{dropped} articles")}; \"db vacuum\" gives the space back");
        return ExitCode.Done;
    }
}
