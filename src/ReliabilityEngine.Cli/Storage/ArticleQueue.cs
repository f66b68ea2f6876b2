using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Cli.Configuration;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>An article on its way in.</summary>
/// <param name="Source">Where it came from: a feed, the HTTP endpoint, a place in a file.</param>
sealed record Arrival(string Source, Article Article)
{
    /// <summary>What people said of it, by field.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The trace that it came in under, to go on with; null where nobody listens.</summary>
    public string? Trace { get; init; }
}

/// <summary>What became of articles that were handed in.</summary>
enum Admission : byte
{
    Taken,
    Full,
    Withdrawn,
}

/// <param name="Labels">What people said of it, by field.</param>
/// <param name="Tries">How often it was taken, this time included.</param>
/// <param name="Trace">The trace that it came in under; null where nobody listened.</param>
sealed record QueuedArticle(long Key, string Source, Article Article, IReadOnlyDictionary<string, string> Labels, int Tries, string? Trace);

/// <summary>
/// Articles that were accepted and wait to be scored. Whoever hands one in may forget it: it stands in the database. It leaves only
/// when it is stored, or after too many tries for the quarantine; a try counts when it begins, so that an article that ends the
/// process is not tried for ever. Safe for several threads and several processes.
/// </summary>
/// <param name="database">Its own connection: what is acknowledged is written through to the disk.</param>
sealed class ArticleQueue(Database database, QueueLimits limits, OutletNames names, TimeProvider time) : IDisposable
{
    static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    readonly Lock _lock = new();

    // Twice a lease: another worker may have read the clock later than this one and written first.
    TimeSpan FurthestLease => limits.Lease * 2;

    /// <summary>How many may wait, and be handed in at once.</summary>
    public int Capacity => limits.Capacity;

    public TimeSpan LeaseTime => limits.Lease;

    public int Depth()
    {
        lock (_lock)
            return database.Connection.ExecuteScalar<int>("SELECT count(*) FROM queue");
    }

    /// <summary>All of them or none; false where they do not fit. What waits already is not added twice, and takes on labels that come later.</summary>
    public bool TryAdd(IReadOnlyCollection<Arrival> arrivals, Action<SqliteTransaction>? alongside = null) =>
        Add(arrivals, transaction =>
        {
            alongside?.Invoke(transaction);
            return true;
        }) == Admission.Taken;

    /// <summary>The same, where whoever hands them in notes beside them, in one transaction, that he did, and finds out only then whether he may.</summary>
    public Admission Add(IReadOnlyCollection<Arrival> arrivals, Func<SqliteTransaction, bool> note)
    {
        lock (_lock)
        {
            using var transaction = database.Connection.BeginTransaction(deferred: false);
            var depth = database.Connection.ExecuteScalar<int>("SELECT count(*) FROM queue", transaction: transaction);
            if (depth + arrivals.Count > limits.Capacity)
                return Admission.Full;
            if (!note(transaction))
                return Admission.Withdrawn;
            database.Connection.Execute(
                """
                INSERT INTO queue (source, identity, subject, article, labels, trace, arrived_at)
                VALUES (@Source, @Identity, @Subject, @Article, @Labels, @Trace, @now)
                ON CONFLICT (identity) DO UPDATE SET labels = coalesce(excluded.labels, labels)
                """,
                arrivals.Select(arrival => new
                {
                    arrival.Source,
                    Identity = IdentityOf(arrival.Article),
                    Subject = SubjectOf(arrival.Article),
                    Article = Write(arrival.Article),
                    Labels = arrival.Labels.Count > 0 ? JsonSerializer.Serialize(arrival.Labels) : null,
                    arrival.Trace,
                    now = Now,
                }),
                transaction);
            transaction.Commit();
            return Admission.Taken;
        }
    }

    /// <summary>
    /// The next articles, which nobody else is given until the lease ends. A lease further ahead than any lease reaches is from before
    /// the clock was set back, and is over; pauses likewise. Of several texts of one article the first comes first and the next when that one is
    /// through, so that no old text is stored over a newer one. An article whose lease ran out may have ended the process that had it: its
    /// last try is given alone, so that it takes no other to the quarantine with it.
    /// </summary>
    public IReadOnlyList<QueuedArticle> Take(int most)
    {
        lock (_lock)
        {
            return Lease(1, "leased_until IS NOT NULL AND tries >= @last AND (leased_until <= @now OR leased_until > @tooFar)") is { Count: > 0 } suspect ? suspect
                : Lease(most, "(leased_until IS NULL OR (tries < @last AND (leased_until <= @now OR leased_until > @tooFar)))");
        }
    }

    List<QueuedArticle> Lease(int most, string which) =>
        [.. database.Connection.Query<Row>(
            $"""
            UPDATE queue SET tries = tries + 1, leased_until = @until
            WHERE key IN (
                SELECT key FROM queue
                WHERE {which}
                  AND (not_before IS NULL OR not_before <= @now OR not_before > @latest)
                  AND NOT EXISTS (SELECT 1 FROM queue earlier WHERE earlier.subject = queue.subject AND earlier.key < queue.key)
                ORDER BY key LIMIT @most)
            RETURNING key, source, article, labels, tries, trace
            """,
            new { most, last = limits.Tries - 1, now = Now, until = In(limits.Lease), tooFar = In(FurthestLease), latest = In(LongestPause) })
            .OrderBy(row => row.Key)
            .Select(row => new QueuedArticle(row.Key, row.Source, Read(row.Article), ReadLabels(row.Labels), (int)row.Tries, row.Trace))];

    /// <summary>Work on articles goes on: their lease begins anew, where they are still held by this try.</summary>
    public void Keep(IEnumerable<QueuedArticle> articles)
    {
        lock (_lock)
        {
            database.InTransaction(transaction => database.Connection.Execute(
                "UPDATE queue SET leased_until = @until WHERE key = @Key AND tries = @Tries AND leased_until IS NOT NULL",
                articles.Select(article => new { article.Key, article.Tries, until = In(limits.Lease) }), transaction));
        }
    }

    /// <summary>It is stored.</summary>
    public void Remove(long key)
    {
        lock (_lock)
            database.Connection.Execute("DELETE FROM queue WHERE key = @key", new { key });
    }

    /// <summary>Gives articles back that were taken and not begun.</summary>
    public void Return(IEnumerable<QueuedArticle> articles)
    {
        lock (_lock)
            database.Connection.Execute("UPDATE queue SET leased_until = NULL, tries = tries - 1 WHERE key = @Key", articles.Select(article => new { article.Key }));
    }

    /// <summary>To be tried again after a pause that doubles; after the last try it goes to the quarantine. True where it did.</summary>
    public bool Fail(QueuedArticle article, string reason)
    {
        lock (_lock)
        {
            if (article.Tries >= limits.Tries)
            {
                database.InTransaction(transaction => QuarantineStore.SetAside(database.Connection, article.Key, reason, Now, transaction));
                return true;
            }

            var pause = TimeSpan.FromSeconds(Math.Min(limits.FirstPause.TotalSeconds * Math.Pow(2, article.Tries - 1), LongestPause.TotalSeconds));
            database.Connection.Execute(
                "UPDATE queue SET leased_until = NULL, not_before = @notBefore WHERE key = @Key",
                new { article.Key, notBefore = In(pause) });
            return false;
        }
    }

    /// <summary>Sets those aside that have used up their tries and never came back: they ended the process that tried them.</summary>
    public int SetAsideFatal()
    {
        lock (_lock)
        {
            var keys = database.Connection.Query<long>(
                "SELECT key FROM queue WHERE leased_until IS NOT NULL AND tries >= @Tries AND (leased_until <= @now OR leased_until > @tooFar)", new { limits.Tries, now = Now, tooFar = In(FurthestLease) }).ToList();
            foreach (var key in keys)
                database.InTransaction(transaction => QuarantineStore.SetAside(database.Connection, key, "the program ended, every time, while it worked on this article", Now, transaction));
            return keys.Count;
        }
    }

    /// <summary>A queue on a connection of its own, which is written through to the disk with every step.</summary>
    public static ArticleQueue Open(string path, QueueOptions options, TimeProvider time)
    {
        var database = Database.OpenExisting(path);
        database.Connection.Execute("PRAGMA synchronous = FULL");
        var limits = new QueueLimits(options.Capacity, options.Tries, TimeSpan.FromSeconds(options.LeaseSeconds), TimeSpan.FromSeconds(options.FirstPauseSeconds));
        return new(database, limits, OutletNames.Default, time);
    }

    public void Dispose() => database.Dispose();

    internal static Article Read(string json) => JsonSerializer.Deserialize<Article>(json)!;

    static string Write(Article article) => JsonSerializer.Serialize(article);

    /// <summary>The same id and content from the same outlet, however often it is handed in.</summary>
    string IdentityOf(Article article) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{names.Canonical(article.Outlet)}\n{article.Id}\n{ArticleStore.ContentHash(article)}")));

    /// <summary>The same for all texts of one article.</summary>
    string SubjectOf(Article article) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{names.Canonical(article.Outlet)}\n{article.Id}")))[..16];

    string Now => Timestamps.Write(time.GetUtcNow());

    string In(TimeSpan span) => Timestamps.Write(time.GetUtcNow() + span);

    static Dictionary<string, string> ReadLabels(string? json) => json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    sealed record Row(long Key, string Source, string Article, string? Labels, long Tries, string? Trace);
}

/// <param name="Capacity">How many articles may wait.</param>
/// <param name="Tries">After so many an article is set aside.</param>
/// <param name="Lease">How long one worker has for what it took.</param>
/// <param name="FirstPause">Before the second try; doubles with every further one.</param>
readonly record struct QueueLimits(int Capacity, int Tries, TimeSpan Lease, TimeSpan FirstPause);
