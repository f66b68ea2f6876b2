namespace ReliabilityEngine.Cli.Configuration;

/// <summary>How pages and feeds are fetched from sites.</summary>
sealed class FetchOptions
{
    /// <summary>What sites see; names a page where their keepers can read who calls.</summary>
    public string UserAgent { get; set; } = "";

    /// <summary>From the first byte asked for to the last received, redirects included.</summary>
    public double TimeoutSeconds { get; set; }

    public int MaxRedirects { get; set; }

    /// <summary>Further tries after a failure that may pass.</summary>
    public int Retries { get; set; }

    /// <summary>Between two requests to one host; robots.txt may ask for more.</summary>
    public double HostDelaySeconds { get; set; }

    /// <summary>Hosts that may have private, loopback or link-local addresses.</summary>
    public string[] AllowedHosts { get; set; } = [];

    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(UserAgent))
            yield return "Fetch:UserAgent is empty, expected a name";
        if (TimeoutSeconds is not (> 0 and <= 600))
            yield return $"Fetch:TimeoutSeconds is {TimeoutSeconds}, expected more than 0, at most 600";
        if (MaxRedirects is < 0 or > 20)
            yield return $"Fetch:MaxRedirects is {MaxRedirects}, expected 0 to 20";
        if (Retries is < 0 or > 10)
            yield return $"Fetch:Retries is {Retries}, expected 0 to 10";
        if (HostDelaySeconds is not (>= 0 and <= 600))
            yield return $"Fetch:HostDelaySeconds is {HostDelaySeconds}, expected 0 to 600";
    }
}
