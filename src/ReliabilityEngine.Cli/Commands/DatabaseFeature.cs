using System.CommandLine;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>The database that a command works on.</summary>
sealed class DatabaseFeature
{
    readonly Option<string> _path = new("--db")
    {
        Description = "The database; else RELIABILITY_DB, else reliability/reliability.db in your data folder.",
        HelpName = "file",
    };

    public DatabaseFeature(Command command) => command.Add(_path);

    public string PathOf(Call call) => call.Value(_path) ?? call.Options.DatabasePath;

    public Database OpenOrCreate(Call call) => Database.OpenOrCreate(PathOf(call));

    public Database OpenExisting(Call call) => Database.OpenExisting(PathOf(call));

    /// <summary>For commands that change nothing, and so for those who may not.</summary>
    public Database OpenToRead(Call call) => Database.OpenToRead(PathOf(call));

    /// <summary>To read; null where none was made yet.</summary>
    public Database? OpenIfThere(Call call) => File.Exists(PathOf(call)) ? OpenToRead(call) : null;
}
