using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Origins;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>Which event articles are about, and which of them report the same one, each on its own.</summary>
sealed class EventStore(Database database, SketchStore sketches)
{
    const int SecondsADay = 86_400;

    // With fewer articles in the window no share of them says that a word is an everyday one.
    const int FewestEveryday = 10;
    const double EverydayShare = 0.05;

    /// <summary>Stores an article's marks, and a pair for each report of the same event by another outlet that is no copy of it.</summary>
    /// <param name="published">Without a date nothing is corroborated.</param>
    public void Store(long article, string outlet, DateTimeOffset? published, ArticleOrigin origin, SqliteTransaction transaction)
    {
        Forget(article, transaction);
        if (published is not { } date || outlet == Article.UnknownOutlet)
            return;
        var day = date.ToUnixTimeSeconds() / SecondsADay;
        var window = Window.Around(date, database, transaction);
        foreach (var (other, otherOutlet) in Candidates(article, outlet, date, origin.Marks, window, transaction))
        {
            var marks = MarksOf(other, transaction);
            var shared = SameEvent.Shared(origin.Marks, marks, window.IsEveryday);
            if (!shared.IsEmpty && !Leans(origin.Marks, otherOutlet) && !Leans(marks, outlet)
                && sketches.Find(other, transaction) is { } sketch && sketch.SharedOfShorter(origin.Sketch) < ArticleOrigin.Independent)
                Pair(article, other, shared, transaction);
        }

        database.Connection.Execute(
            """
            INSERT OR IGNORE INTO event_marks (mark, day, article, kind)
            SELECT value ->> 0, @day, @article, value ->> 1 FROM json_each(@marks)
            """,
            new { article, day, marks = JsonSerializer.Serialize(origin.Marks.Select(mark => new object[] { mark.Text, (int)mark.Kinds })) }, transaction);
    }

    /// <summary>The articles that corroborate one, and those that it corroborates: they are the same.</summary>
    public IReadOnlyList<long> Neighbours(long article, SqliteTransaction transaction) =>
        [.. database.Connection.Query<long>("SELECT other FROM corroborations WHERE article = @article", new { article }, transaction)];

    void Forget(long article, SqliteTransaction transaction)
    {
        database.Connection.Execute("DELETE FROM event_marks WHERE article = @article", new { article }, transaction);
        database.Connection.Execute("DELETE FROM corroborations WHERE article = @article OR other = @article", new { article }, transaction);
    }

    /// <summary>Those whose titles share enough words that not every article of those days has.</summary>
    List<(long Article, string Outlet)> Candidates(
        long article, string outlet, DateTimeOffset date, ImmutableArray<EventMark> marks, Window window, SqliteTransaction transaction)
    {
        var met = new Dictionary<long, int>();
        foreach (var other in marks.Where(mark => mark.Is(MarkKinds.Title)).SelectMany(mark => window.ArticlesWith(mark.Text, MarkKinds.Title)))
            met[other] = met.GetValueOrDefault(other) + 1;
        List<long> near = [.. met.Where(pair => pair.Value >= SameEvent.FewestInTitles && pair.Key != article).Select(pair => pair.Key)];
        return [.. database.Connection.Query<(long, string)>(
            """
            SELECT key, outlet FROM articles
            WHERE key IN @near AND outlet <> @outlet AND outlet <> @unknown AND published BETWEEN @since AND @until
            """,
            new
            {
                near,
                outlet,
                unknown = Article.UnknownOutlet,
                since = Timestamps.Write(date - SameEvent.Window),
                until = Timestamps.Write(date + SameEvent.Window),
            },
            transaction)];
    }

    ImmutableArray<EventMark> MarksOf(long article, SqliteTransaction transaction) =>
        [.. database.Connection.Query<(string Mark, long Kind)>("SELECT mark, kind FROM event_marks WHERE article = @article", new { article }, transaction)
            .Select(row => new EventMark(row.Mark, (MarkKinds)row.Kind))];

    /// <summary>The report cites the other's outlet, and so may have its knowledge from there.</summary>
    static bool Leans(ImmutableArray<EventMark> marks, string outlet) =>
        EventMarks.Squeezed(outlet) is var name && marks.Any(mark => mark.Is(MarkKinds.Cited) && mark.Text == name);

    void Pair(long article, long other, ImmutableArray<string> shared, SqliteTransaction transaction) =>
        database.Connection.Execute(
            "INSERT OR REPLACE INTO corroborations (article, other, shared) VALUES (@article, @other, @shared), (@other, @article, @shared)",
            new { article, other, shared = JsonSerializer.Serialize(shared) }, transaction);

    /// <summary>The articles of the days around one.</summary>
    sealed class Window(long firstDay, long lastDay, int everyday, Database database, SqliteTransaction transaction)
    {
        readonly Dictionary<string, IReadOnlyList<(long Article, MarkKinds Kinds)>> _known = new(StringComparer.Ordinal);

        public static Window Around(DateTimeOffset date, Database database, SqliteTransaction transaction)
        {
            var (since, until) = (date - SameEvent.Window, date + SameEvent.Window);
            var articles = database.Connection.ExecuteScalar<int>(
                "SELECT count(*) FROM articles WHERE published BETWEEN @since AND @until", new { since = Timestamps.Write(since), until = Timestamps.Write(until) }, transaction);
            var everyday = Math.Max(FewestEveryday, (int)(articles * EverydayShare));
            return new(since.ToUnixTimeSeconds() / SecondsADay, until.ToUnixTimeSeconds() / SecondsADay, everyday, database, transaction);
        }

        public bool IsEveryday(string mark) => With(mark).Count > everyday;

        public IEnumerable<long> ArticlesWith(string mark, MarkKinds kinds) =>
            IsEveryday(mark) ? [] : With(mark).Where(row => row.Kinds.HasFlag(kinds)).Select(row => row.Article);

        IReadOnlyList<(long Article, MarkKinds Kinds)> With(string mark) => _known.TryGetValue(mark, out var rows) ? rows : _known[mark] =
            [.. database.Connection.Query<(long Article, long Kind)>(
                "SELECT article, kind FROM event_marks WHERE mark = @mark AND day BETWEEN @firstDay AND @lastDay LIMIT @most",
                new { mark, firstDay, lastDay, most = everyday + 1 }, transaction).Select(row => (row.Article, (MarkKinds)row.Kind))];
    }
}
