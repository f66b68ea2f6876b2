namespace ReliabilityEngine.Cli.Commands.Labels;

/// <summary>What people say of the stored articles.</summary>
sealed class LabelCommand : Verb
{
    public LabelCommand()
        : base(
            "label", "Say what articles should score, compare labellers, and see what to label next.",
            "reliability label next", "reliability label add \"harbour post/quay-closes\" --reliability 70 --bias 15",
            "reliability label agreement")
    {
        Add(new LabelAddCommand());
        Add(new LabelImportCommand());
        Add(new LabelExportCommand());
        Add(new LabelListCommand());
        Add(new LabelAgreementCommand());
        Add(new LabelNextCommand());
    }
}
