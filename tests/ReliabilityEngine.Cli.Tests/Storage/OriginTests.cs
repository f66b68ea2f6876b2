using Dapper;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Origins;

namespace ReliabilityEngine.Cli.Tests.Storage;

/// <summary>A ferry runs aground; who tells of it on his own, and who prints what others wrote.</summary>
public sealed class OriginTests : IDisposable
{
    static readonly DateTimeOffset Tuesday = new(2025, 3, 4, 18, 0, 0, TimeSpan.Zero);

    static readonly Article Post = new()
    {
        Id = "ferry",
        Outlet = "The Harbour Post",
        Title = "Ferry Ottilie runs aground off Skerry Point, 214 taken off",
        Published = Tuesday,
        Text =
            """
            The ferry Ottilie ran aground off Skerry Point early on Tuesday with 214 passengers on board, and lifeboats from Askby took all of them off before noon.

            The captain, Marit Engen, told the coastguard that the steering had failed in the narrows. Nobody was hurt. Two of the lifeboats came from Askby and one from Leith Haven, and the last passengers stepped ashore at half past eleven.

            The owner, Lune Lines, said the ship would stay on the rocks until the spring tide on Friday. Divers were to look at its hull in the afternoon, and booms were laid around the stern against oil.
            """,
    };

    static readonly Article Gazette = new()
    {
        Id = "g-77",
        Outlet = "Hollin Gazette",
        Title = "All 214 rescued as ferry Ottilie hits rocks at Skerry Point",
        Published = Tuesday.AddHours(3),
        Text =
            """
            Lifeboats from Askby rescued 214 passengers from the ferry Ottilie, which hit the rocks off Skerry Point in the dark on Tuesday morning.

            Our reporter counted eleven ambulances at Askby harbour, none of which was needed. Captain Marit Engen was the last to leave. She had radioed the coastguard at ten to five that the helm did not answer.

            A passenger, Tor Brekke, said the crew had handed out blankets and tea. "It was like a very cold picnic," he said. Lune Lines is to send another vessel on Thursday.
            """,
    };

    static readonly Article Monitor = new()
    {
        Id = "ottilie-aground",
        Outlet = "Broadgate Monitor",
        Title = "Lune Lines ferry Ottilie aground at Skerry Point; passengers rescued",
        Published = Tuesday.AddHours(5),
        Text =
            """
            Shares in Lune Lines fell 4 per cent on Tuesday after its ferry Ottilie ran aground off Skerry Point and 214 passengers had to be rescued by lifeboats from Askby.

            The coastguard has opened an inquiry. The captain, Marit Engen, reported a failure of the steering, according to the log that the coastguard published. The Ottilie passed its last inspection in October with two remarks.

            Analysts put the cost of a week without the ship at three million crowns, a sixth of what the company earned last year.
            """,
    };

    readonly TemporaryFolder _folder = new();
    readonly Database _database;
    readonly Archive _archive;

    public OriginTests()
    {
        _database = Database.OpenOrCreate(_folder.File("test.db"));
        _archive = new(_database, OutletNames.Default, TimeProvider.System);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Two_independent_reports_confirm_a_third_whichever_came_first()
    {
        Assert.Equal(2, Store(Post));
        Assert.Equal(2, Store(Gazette));
        Assert.Equal(1, Store(Monitor));
        Assert.Equal([1, 1, 1], Credibilities());
        var provenance = Of(Post);
        Assert.Equal(2, provenance.Origins);
        Assert.Contains("Ottilie", provenance.Corroborations[0].Shared);
        Assert.Contains(provenance.Sentences(), sentence => sentence.StartsWith("Corroborated by hollin gazette and broadgate monitor, not copies: 2 independent origins", StringComparison.Ordinal));
    }

    [Fact]
    public void Copies_confirm_nothing_and_say_whose_they_are()
    {
        Store(Post with { Text = $"SKERRY POINT, March 4 (Reuters) - {Post.Text}" });
        Store(Copy("Askby Echo", hours: 2));
        Assert.Equal(2, Store(Copy("Leith News", hours: 4)));
        Assert.Equal([2, 2, 2], Credibilities());
        var provenance = Of(Copy("Leith News", hours: 4));
        Assert.Equal("Reuters", Assert.Single(provenance.Agencies));
        Assert.True(provenance.CopiesAgency);
        Assert.Equal("the harbour post", provenance.FirstSeen!.Outlet);
        Assert.Equal(2, provenance.Copies.Length);
        Assert.Equal(0, provenance.Origins);
        Assert.Equal(3, Assert.Single(_archive.Origins.Clusters()).Articles.Length);
    }

    [Fact]
    public void Copies_of_one_report_are_one_origin()
    {
        Store(Post);
        Store(Gazette);
        Assert.Equal(2, Store(Copy(Gazette, "Askby Echo")));
        Assert.Equal([2, 2, 2], Credibilities());
        Assert.Equal(1, Of(Post).Origins);
    }

    [Theory]
    [InlineData("another week")]
    [InlineData("another ship")]
    [InlineData("no date")]
    [InlineData("the same outlet")]
    [InlineData("citing the first")]
    [InlineData("one agency")]
    [InlineData("doubtful")]
    public void What_is_not_surely_another_report_of_the_same_confirms_nothing(string because)
    {
        Store(because == "one agency" ? Post with { Byline = "AFP" } : Post);
        var other = because switch
        {
            "another week" => Gazette with { Published = Tuesday.AddDays(7) },
            "another ship" => Gazette with { Title = "Ferry strike: talks go on", Text = Gazette.Text.Replace("Ottilie", "Fulmar", StringComparison.Ordinal) },
            "no date" => Gazette with { Published = null },
            "the same outlet" => Gazette with { Outlet = "the harbour post" },
            "citing the first" => Gazette with { Outlet = "reuters.com", Text = Gazette.Text },
            "one agency" => Gazette with { Byline = "AFP" },
            _ => Gazette,
        };
        if (because == "citing the first")
            Store(Monitor with { Text = Monitor.Text.Replace("according to the log that the coastguard published", "Reuters reported", StringComparison.Ordinal) });
        Store(other, credibility: because == "doubtful" ? 4 : 2);
        Assert.Equal(because == "citing the first" ? 1 : 0, Of(because == "citing the first" ? other : Post).Origins);
    }

    [Fact]
    public void What_is_deleted_or_changed_confirms_no_more()
    {
        foreach (var article in (Article[])[Post, Gazette, Monitor])
            Store(article);
        Store(Monitor with { Title = "Markets", Text = "Shares fell on Tuesday. Nobody knew why, and nobody asked. The bank was closed, and the clerks had gone home to their dinner." });
        Assert.Equal([2, 2, 2], Credibilities());
        Store(Monitor);
        Assert.Equal([1, 1, 1], Credibilities());
        _archive.Delete([Key(Gazette)]);
        Assert.Equal([2, 2], Credibilities());
    }

    int Store(Article article, int credibility = 2)
    {
        var (analysis, vector) = Some.Measured(article);
        return _archive.Store(analysis, vector, Some.Score() with { InformationCredibility = credibility }, new Dictionary<string, string>()).InformationCredibility;
    }

    Provenance Of(Article article) => _archive.Origins.Of(Key(article));

    long Key(Article article) => _archive.Articles.Find($"{OutletNames.Default.Canonical(article.Outlet)}/{article.Id}").Single().Key;

    IEnumerable<int> Credibilities() => _database.Connection.Query<int>("SELECT credibility FROM latest_scores ORDER BY article");

    static Article Copy(string outlet, int hours) => Copy(Post, outlet) with { Published = Tuesday.AddHours(hours) };

    static Article Copy(Article article, string outlet) => article with
    {
        Outlet = outlet,
        Title = "Rescue at sea",
        Text = string.Join("\n\n", article.Text.Split("\n\n").Take(2)) + "\n\nThe editors of this paper wish all who were aboard a warm night.",
    };
}
