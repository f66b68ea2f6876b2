using ReliabilityEngine.Learning.Evaluations;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Configuration;

/// <summary>Everything that can be set; the defaults stand in appsettings.json alone.</summary>
sealed class EngineOptions
{
    /// <summary>Path of the database; empty for the one in the user's data folder.</summary>
    public string Db { get; set; } = "";

    /// <summary>Folder of training data that recipes name.</summary>
    public string? Data { get; set; }

    /// <summary>What likelihood words stand for: the name of a table that comes along, or the path of the house's own.</summary>
    public string LikelihoodTable { get; set; } = "";

    public int MaxArticleMegabytes { get; set; }

    /// <summary>How long texts are kept, such as 90d; empty for ever.</summary>
    public string KeepText { get; set; } = "";

    public TimeSpan? KeepTextFor => Days.Parse(KeepText);

    public DriftOptions Drift { get; set; } = new();

    public InboxOptions Inbox { get; set; } = new();

    public StandardInputOptions StandardInput { get; set; } = new();

    public FetchOptions Fetch { get; set; } = new();

    public FeedOptions[] Feeds { get; set; } = [];

    public QueueOptions Queue { get; set; } = new();

    public HttpOptions Http { get; set; } = new();

    public TelemetryOptions Telemetry { get; set; } = new();

    // The binder fills an immutable record only where none stands already.
    public AdmiraltyScale Admiralty { get; set; } = null!;

    public PromotionGate Promotion { get; set; } = null!;

    public int MaxArticleBytes => MaxArticleMegabytes << 20;

    public string DatabasePath => Db.Length > 0 ? Db : Path.Combine(UserFolders.Data, "reliability", "reliability.db");

    /// <summary>All that is wrong, each with what was expected.</summary>
    public IEnumerable<string> Problems()
    {
        if (Speculations.LikelihoodTable.Named(LikelihoodTable) is null && !File.Exists(LikelihoodTable))
            yield return $"LikelihoodTable is \"{LikelihoodTable}\", expected {string.Join(", ", Speculations.LikelihoodTable.BuiltIn.Select(table => table.Name))} or a file";
        if (MaxArticleMegabytes is < 1 or > 1024)
            yield return $"MaxArticleMegabytes is {MaxArticleMegabytes}, expected 1 to 1024";
        if (KeepText.Length > 0 && KeepTextFor is null)
            yield return $"KeepText is \"{KeepText}\", {Days.Expected}, or nothing";
        if (Inbox.Folder.Length == 0)
            yield return "Inbox:Folder is empty, expected a folder";
        if (Inbox.SettleSeconds is not (>= 0 and <= 3600))
            yield return $"Inbox:SettleSeconds is {Inbox.SettleSeconds}, expected 0 to 3600";
        if (Inbox.PollSeconds is not (> 0 and <= 3600))
            yield return $"Inbox:PollSeconds is {Inbox.PollSeconds}, expected more than 0, at most 3600";
        if (!(Admiralty.A >= Admiralty.B && Admiralty.B >= Admiralty.C && Admiralty.C >= Admiralty.D))
            yield return "Admiralty: A, B, C and D must not rise";
        if (Admiralty.Two < Admiralty.Three)
            yield return "Admiralty: Two must not be below Three";
        if (Admiralty.FewestArticles < 1)
            yield return $"Admiralty:FewestArticles is {Admiralty.FewestArticles}, expected 1 or more";
        if (Admiralty.FewestOrigins < 1)
            yield return $"Admiralty:FewestOrigins is {Admiralty.FewestOrigins}, expected 1 or more";
        if (Promotion.LargestLoss is not (>= 0 and <= 1))
            yield return $"Promotion:LargestLoss is {Promotion.LargestLoss}, expected 0 to 1";
        if (Promotion.LossForLessError is not (>= 0 and <= 1))
            yield return $"Promotion:LossForLessError is {Promotion.LossForLessError}, expected 0 to 1";
        if (Promotion.LargestErrorRise is not (>= 0 and <= 100))
            yield return $"Promotion:LargestErrorRise is {Promotion.LargestErrorRise}, expected 0 to 100";
        if (Promotion.LeastOutletRanks is not (>= -1 and <= 1))
            yield return $"Promotion:LeastOutletRanks is {Promotion.LeastOutletRanks}, expected -1 to 1";
        if (Promotion.FewestArticles < 3 || Promotion.FewestOutlets < 2)
            yield return "Promotion: FewestArticles must be 3 or more, FewestOutlets 2 or more";
        foreach (var problem in Fetch.Problems().Concat(Feeds.SelectMany((feed, index) => feed.Problems(index))).Concat(Queue.Problems()).Concat(Drift.Problems()).Concat(Telemetry.Problems()).Concat(Http.Problems()))
            yield return problem;
    }
}

/// <summary>The folder that the worker watches.</summary>
sealed class InboxOptions
{
    public bool Enabled { get; set; }

    public string Folder { get; set; } = "";

    /// <summary>How long a file that is written in place must stand still before it is taken.</summary>
    public double SettleSeconds { get; set; }

    /// <summary>How often the folder is looked at.</summary>
    public double PollSeconds { get; set; }
}

/// <summary>Articles through a pipe.</summary>
sealed class StandardInputOptions
{
    public bool Enabled { get; set; }
}
