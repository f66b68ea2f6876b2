namespace ReliabilityEngine.Cli.Configuration;

/// <summary>A feed or a news sitemap that is read again and again.</summary>
sealed class FeedOptions
{
    public string Address { get; set; } = "";

    /// <summary>Between two readings, where the feed does not ask for more.</summary>
    public double Minutes { get; set; } = 15;

    public IEnumerable<string> Problems(int index)
    {
        if (!Uri.TryCreate(Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            yield return $"Feeds:{index}:Address is \"{Address}\", expected an http or https address";
        else if (address.UserInfo.Length > 0)
            yield return $"Feeds:{index}:Address has a user name in it, which is not sent: expected an address without";
        if (Minutes is not (> 0 and <= 10_080))
            yield return $"Feeds:{index}:Minutes is {Minutes}, expected more than 0, at most 10080";
    }
}
