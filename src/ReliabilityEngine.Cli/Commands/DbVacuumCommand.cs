using System.Globalization;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Makes the database's file as small as what it holds.</summary>
sealed class DbVacuumCommand : Verb
{
    readonly DatabaseFeature _database;

    public DbVacuumCommand()
        : base("vacuum", "Give the space of what was deleted back to the disk.", "reliability db vacuum")
    {
        _database = new(this);
        Run(Vacuum);
    }

    int Vacuum(Call call)
    {
        using var database = _database.OpenExisting(call);
        var freed = DatabaseCare.Vacuum(database);
        call.Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{freed / 1048576.0:0.0} MB given back"));
        return ExitCode.Done;
    }
}
