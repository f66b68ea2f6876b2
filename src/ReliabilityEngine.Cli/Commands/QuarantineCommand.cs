namespace ReliabilityEngine.Cli.Commands;

/// <summary>Articles that were set aside because they could not be scored.</summary>
sealed class QuarantineCommand : Verb
{
    public QuarantineCommand()
        : base("quarantine", "See to the articles that could not be scored.", "reliability quarantine list", "reliability quarantine retry 12", "reliability quarantine drop --all")
    {
        Add(new QuarantineListCommand());
        Add(new QuarantineShowCommand());
        Add(new QuarantineDecideCommand("retry", "Put articles back in the queue, with all their tries before them.", "back in the queue", (quarantine, key) => quarantine.Retry(key)));
        Add(new QuarantineDecideCommand("drop", "Delete articles from the quarantine.", "dropped", (quarantine, key) => quarantine.Drop(key)));
    }
}
