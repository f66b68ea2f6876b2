using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>How the work stands.</summary>
sealed class StatusCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly FormatFeature _format;

    public StatusCommand()
        : base("status", "Say how the work stands: what waits, what was set aside, how the feeds are.", "reliability status", "reliability status --format json")
    {
        _database = new(this);
        _format = new(this, "table");
        Run(Show);
    }

    int Show(Call call)
    {
        using var database = _database.OpenToRead(call);
        var printer = _format.Printer(call, FactShape.Of);
        foreach (var fact in WorkFacts.Of(database, TimeProvider.System))
            printer.Print(fact);
        printer.Finish();
        return ExitCode.Done;
    }
}
