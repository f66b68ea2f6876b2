using System.CommandLine;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Copies the database while others go on writing.</summary>
sealed class DbBackupCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly Argument<string> _target = new("target") { Description = "The file to make; it must not exist yet." };

    public DbBackupCommand()
        : base("backup", "Copy the database, whoever is writing to it, and check the copy.", "reliability db backup /backup/reliability-2025-03-04.db")
    {
        Add(_target);
        _database = new(this);
        Run(Backup);
    }

    int Backup(Call call)
    {
        var target = call.Value(_target)!;
        if (File.Exists(target))
            throw new Refusal($"{target}: exists already");
        using var database = _database.OpenExisting(call);
        DatabaseCare.Backup(database, target);
        call.Terminal.Out.WriteLine($"copied to {target}");
        return ExitCode.Done;
    }
}
