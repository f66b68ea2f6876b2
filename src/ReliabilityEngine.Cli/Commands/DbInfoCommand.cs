using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>What the database holds.</summary>
sealed class DbInfoCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly FormatFeature _format;

    public DbInfoCommand()
        : base("info", "Say what the database holds.", "reliability db info")
    {
        _database = new(this);
        _format = new(this, "table");
        Run(Show);
    }

    int Show(Call call)
    {
        using var database = _database.OpenToRead(call);
        var printer = _format.Printer(call, FactShape.Of);
        foreach (var fact in DatabaseFacts.Of(database))
            printer.Print(fact);
        printer.Finish();
        return ExitCode.Done;
    }
}
