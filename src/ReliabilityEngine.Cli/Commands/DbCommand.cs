using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Looks after the database.</summary>
sealed class DbCommand : Verb
{
    public DbCommand()
        : base("db", "Look after the database.", "reliability db info", "reliability db delete --outlet \"The Harbour Post\" --yes")
    {
        Add(new DbInfoCommand());
        Add(new DbDeleteCommand());
        Add(new DbBackupCommand());
        Add(new DbVacuumCommand());
        Add(new DbRetainCommand());
    }
}
