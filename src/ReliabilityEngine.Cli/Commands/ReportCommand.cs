namespace ReliabilityEngine.Cli.Commands;

/// <summary>What the stored scores come to.</summary>
sealed class ReportCommand : Verb
{
    public ReportCommand()
        : base(
            "report", "Print what the stored scores come to.",
            "reliability report outlets", "reliability report articles --outlet \"The Harbour Post\" --max 40",
            "reliability report article scoop-ferry-tender")
    {
        Add(new ReportOutletsCommand());
        Add(new ReportArticlesCommand());
        Add(new ReportArticleCommand());
        Add(new ReportClustersCommand());
        Add(new ReportDriftCommand());
    }
}
