namespace ReliabilityEngine.Cli.Commands;

/// <summary>Makes the database before anything is stored in it.</summary>
sealed class InitCommand : Verb
{
    readonly DatabaseFeature _database;

    public InitCommand()
        : base("init", "Make the database, or bring it to the newest schema.", "reliability init --db newsroom.db")
    {
        _database = new(this);
        Run(call =>
        {
            using var database = _database.OpenOrCreate(call);
            call.Terminal.Out.WriteLine($"{database.Path}: ready");
            return ExitCode.Done;
        });
    }
}
