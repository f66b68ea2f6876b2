namespace ReliabilityEngine.Cli.Configuration;

/// <summary>How articles wait that came from feeds and over HTTP.</summary>
sealed class QueueOptions
{
    /// <summary>How many may wait; then senders are told to come again.</summary>
    public int Capacity { get; set; }

    /// <summary>After so many an article goes to the quarantine.</summary>
    public int Tries { get; set; }

    /// <summary>Before the second try; doubles with every further one.</summary>
    public double FirstPauseSeconds { get; set; }

    /// <summary>How long a worker keeps what it took, should it never come back.</summary>
    public double LeaseSeconds { get; set; }

    /// <summary>How long one article may take.</summary>
    public double SecondsPerArticle { get; set; }

    /// <summary>How much memory one article may need; estimated from its length.</summary>
    public int MegabytesPerArticle { get; set; }

    public IEnumerable<string> Problems()
    {
        if (Capacity < 1)
            yield return $"Queue:Capacity is {Capacity}, expected 1 or more";
        if (Tries < 1)
            yield return $"Queue:Tries is {Tries}, expected 1 or more";
        if (FirstPauseSeconds is not (>= 0 and <= 3600))
            yield return $"Queue:FirstPauseSeconds is {FirstPauseSeconds}, expected 0 to 3600";
        if (SecondsPerArticle is not (> 0 and <= 3600))
            yield return $"Queue:SecondsPerArticle is {SecondsPerArticle}, expected more than 0, at most 3600";
        if (MegabytesPerArticle is not (>= 32 and <= 65_536))
            yield return $"Queue:MegabytesPerArticle is {MegabytesPerArticle}, expected 32 to 65536";
        if (!(LeaseSeconds >= SecondsPerArticle))
            yield return $"Queue:LeaseSeconds is {LeaseSeconds}, expected at least Queue:SecondsPerArticle";
    }
}
