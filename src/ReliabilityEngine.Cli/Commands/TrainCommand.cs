namespace ReliabilityEngine.Cli.Commands;

/// <summary>Learns from data.</summary>
sealed class TrainCommand : Verb
{
    public TrainCommand()
        : base("train", "Learn weights from data.", "reliability train tagger --data ../corpora") =>
        Add(new TrainTaggerCommand());
}
