using Dapper;
using Microsoft.Data.Sqlite;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>The schema's steps, in order; a step that has been released is never changed.</summary>
static class Migrations
{
    public static IReadOnlyList<(string Name, string Sql)> All { get; } =
    [
        ("m001_articles",
            """
            CREATE TABLE articles (
                key          INTEGER PRIMARY KEY,
                outlet       TEXT NOT NULL,
                id           TEXT NOT NULL,
                given_outlet TEXT NOT NULL,
                title        TEXT,
                byline       TEXT,
                url          TEXT,
                published    TEXT,
                text         TEXT NOT NULL,
                links        TEXT,
                content_hash TEXT NOT NULL,
                stored_at    TEXT NOT NULL,
                UNIQUE (outlet, id)
            );
            CREATE INDEX articles_by_id ON articles (id);
            CREATE INDEX articles_by_date ON articles (published);
            """),
        ("m002_measurements_and_evidence",
            """
            CREATE TABLE measurements (
                article   INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
                extractor TEXT NOT NULL
            );
            CREATE TABLE evidence_names (
                key  INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE
            );
            CREATE TABLE evidence (
                article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
                name    INTEGER NOT NULL REFERENCES evidence_names (key),
                start   INTEGER NOT NULL,
                "end"   INTEGER NOT NULL,
                PRIMARY KEY (article, name, start, "end")
            ) WITHOUT ROWID;
            """),
        ("m003_scores",
            """
            CREATE TABLE scores (
                key               INTEGER PRIMARY KEY,
                article           INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
                content_hash      TEXT NOT NULL,
                extractor         TEXT NOT NULL,
                reliability_model TEXT NOT NULL,
                bias_model        TEXT NOT NULL,
                reliability       REAL,
                reliability_low   REAL,
                reliability_high  REAL,
                reliability_base  REAL,
                bias              REAL,
                bias_low          REAL,
                bias_high         REAL,
                bias_base         REAL,
                credibility       INTEGER NOT NULL,
                warnings          TEXT NOT NULL,
                scored_at         TEXT NOT NULL,
                UNIQUE (article, content_hash, extractor, reliability_model, bias_model)
            );
            CREATE TABLE contributions (
                score    INTEGER NOT NULL REFERENCES scores (key) ON DELETE CASCADE,
                position INTEGER NOT NULL,
                target   TEXT NOT NULL,
                name     INTEGER NOT NULL REFERENCES evidence_names (key),
                value    REAL NOT NULL,
                points   REAL NOT NULL,
                PRIMARY KEY (score, position)
            ) WITHOUT ROWID;
            CREATE VIEW latest_scores AS
                SELECT * FROM scores WHERE key IN (SELECT max(key) FROM scores GROUP BY article);
            """),
        ("m004_models_labels_runs",
            """
            CREATE TABLE models (
                version    TEXT PRIMARY KEY,
                target     TEXT NOT NULL,
                state      TEXT NOT NULL CHECK (state IN ('candidate', 'in-use', 'retired')),
                bytes      BLOB NOT NULL,
                card       TEXT NOT NULL,
                stored_at  TEXT NOT NULL
            );
            CREATE UNIQUE INDEX one_model_in_use ON models (target) WHERE state = 'in-use';
            CREATE TABLE labels (
                article    INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
                target     TEXT NOT NULL,
                labeller   TEXT NOT NULL,
                value      TEXT NOT NULL,
                note       TEXT,
                labelled_at TEXT NOT NULL,
                PRIMARY KEY (article, target, labeller)
            ) WITHOUT ROWID;
            CREATE TABLE runs (
                key        INTEGER PRIMARY KEY,
                command    TEXT NOT NULL,
                started_at TEXT NOT NULL,
                ended_at   TEXT,
                read       INTEGER NOT NULL DEFAULT 0,
                scored     INTEGER NOT NULL DEFAULT 0,
                skipped    INTEGER NOT NULL DEFAULT 0,
                bad        INTEGER NOT NULL DEFAULT 0,
                exit_code  INTEGER
            );
            """),
        ("m005_queue_and_feeds",
            """
            CREATE TABLE queue (
                key          INTEGER PRIMARY KEY AUTOINCREMENT,
                source       TEXT NOT NULL,
                identity     TEXT NOT NULL UNIQUE,
                article      TEXT NOT NULL,
                tries        INTEGER NOT NULL DEFAULT 0,
                leased_until TEXT,
                not_before   TEXT,
                arrived_at   TEXT NOT NULL
            );
            CREATE TABLE quarantine (
                key          INTEGER PRIMARY KEY AUTOINCREMENT,
                source       TEXT NOT NULL,
                identity     TEXT NOT NULL UNIQUE,
                article      TEXT NOT NULL,
                reason       TEXT NOT NULL,
                tries        INTEGER NOT NULL,
                arrived_at   TEXT NOT NULL,
                set_aside_at TEXT NOT NULL
            );
            CREATE TABLE feeds (
                address       TEXT PRIMARY KEY,
                entity_tag    TEXT,
                last_modified TEXT,
                read_at       TEXT NOT NULL,
                failures      INTEGER NOT NULL,
                trouble       TEXT
            ) WITHOUT ROWID;
            CREATE TABLE feed_items (
                feed     TEXT NOT NULL,
                item     TEXT NOT NULL,
                version  TEXT NOT NULL,
                taken_at TEXT NOT NULL,
                PRIMARY KEY (feed, item)
            ) WITHOUT ROWID;
            CREATE TABLE revisions (
                key          INTEGER PRIMARY KEY,
                article      INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
                content_hash TEXT NOT NULL,
                title        TEXT,
                text         TEXT NOT NULL,
                stored_at    TEXT NOT NULL,
                UNIQUE (article, content_hash)
            );
            CREATE TRIGGER keep_revision BEFORE UPDATE ON articles WHEN old.content_hash <> new.content_hash
            BEGIN
                INSERT OR REPLACE INTO revisions (article, content_hash, title, text, stored_at)
                VALUES (old.key, old.content_hash, old.title, old.text, old.stored_at);
            END;
            """),
        ("m006_registry_and_history",
            """
            ALTER TABLE articles ADD COLUMN is_partial INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE articles ADD COLUMN score INTEGER REFERENCES scores (key) ON DELETE SET NULL;
            CREATE INDEX articles_by_score ON articles (score);
            UPDATE articles SET score = (
                SELECT max(key) FROM scores WHERE scores.article = articles.key AND scores.content_hash = articles.content_hash);
            ALTER TABLE scores ADD COLUMN kept_at TEXT;
            ALTER TABLE measurements ADD COLUMN rests_on_one_unnamed INTEGER;
            DROP VIEW latest_scores;
            CREATE VIEW latest_scores AS
                SELECT s.* FROM articles a JOIN scores s ON s.key = a.score AND s.article = a.key;
            ALTER TABLE models ADD COLUMN origin TEXT NOT NULL DEFAULT 'trained' CHECK (origin IN ('trained', 'shipped', 'imported'));
            CREATE TABLE model_scores (
                model   TEXT NOT NULL REFERENCES models (version) ON DELETE CASCADE,
                article TEXT NOT NULL,
                outlet  TEXT NOT NULL,
                score   REAL NOT NULL,
                label   REAL,
                PRIMARY KEY (model, article)
            ) WITHOUT ROWID;
            CREATE TABLE model_outlets (
                model  TEXT NOT NULL REFERENCES models (version) ON DELETE CASCADE,
                outlet TEXT NOT NULL,
                PRIMARY KEY (model, outlet)
            ) WITHOUT ROWID;
            CREATE TABLE promotions (
                key       INTEGER PRIMARY KEY,
                target    TEXT NOT NULL,
                version   TEXT NOT NULL,
                former    TEXT,
                step      TEXT NOT NULL CHECK (step IN ('shipped', 'promoted', 'rolled back')),
                objection TEXT,
                why       TEXT,
                who       TEXT NOT NULL,
                at        TEXT NOT NULL
            );
            """),
        ("m007_labels_travel",
            """
            ALTER TABLE queue ADD COLUMN labels TEXT;
            ALTER TABLE quarantine ADD COLUMN labels TEXT;
            UPDATE OR IGNORE labels SET labeller = 'import' WHERE labeller = 'file';
            """),
        ("m008_origins",
            """
            CREATE TABLE sketches (
                article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
                hashes  BLOB NOT NULL,
                words   INTEGER NOT NULL,
                agency  TEXT,
                cluster INTEGER NOT NULL,
                seen_at TEXT NOT NULL
            );
            CREATE INDEX sketches_by_cluster ON sketches (cluster);
            CREATE TABLE sketch_bands (
                hash    INTEGER NOT NULL,
                article INTEGER NOT NULL REFERENCES sketches (article) ON DELETE CASCADE,
                PRIMARY KEY (hash, article)
            ) WITHOUT ROWID;
            CREATE INDEX sketch_bands_by_article ON sketch_bands (article);
            CREATE TABLE event_marks (
                mark    TEXT NOT NULL,
                day     INTEGER NOT NULL,
                article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
                kind    INTEGER NOT NULL,
                PRIMARY KEY (mark, day, article)
            ) WITHOUT ROWID;
            CREATE INDEX event_marks_by_article ON event_marks (article);
            CREATE TABLE corroborations (
                article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
                other   INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
                shared  TEXT NOT NULL,
                PRIMARY KEY (article, other)
            ) WITHOUT ROWID;
            CREATE INDEX corroborations_by_other ON corroborations (other);
            ALTER TABLE scores ADD COLUMN text_credibility INTEGER;
            UPDATE scores SET text_credibility = credibility;
            """),
        ("m009_retention",
            """
            ALTER TABLE articles ADD COLUMN text_dropped_at TEXT;
            CREATE INDEX articles_by_storing ON articles (stored_at) WHERE text_dropped_at IS NULL;
            """),
        ("m010_order_of_texts",
            """
            ALTER TABLE queue ADD COLUMN subject TEXT;
            CREATE INDEX queue_by_subject ON queue (subject, key);
            """),
        ("m011_likelihood_tables", "ALTER TABLE scores ADD COLUMN likelihood_table TEXT NOT NULL DEFAULT 'icd203';"),
        ("m012_furniture", "ALTER TABLE measurements ADD COLUMN furniture TEXT;"),
        ("m013_deliveries",
            """
            CREATE TABLE inbox_files (
                path     TEXT PRIMARY KEY,
                version  TEXT NOT NULL,
                taken    INTEGER NOT NULL,
                moved_at TEXT
            ) WITHOUT ROWID;
            CREATE INDEX inbox_files_by_moving ON inbox_files (moved_at);
            ALTER TABLE queue ADD COLUMN trace TEXT;
            ALTER TABLE quarantine ADD COLUMN subject TEXT;
            """),
        ("m014_models_know_their_outlets", "DROP TABLE model_outlets;"),
        ("m015_feed_troubles",
            """
            ALTER TABLE feed_items ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE feed_items ADD COLUMN not_before TEXT;
            ALTER TABLE feed_items ADD COLUMN trouble TEXT;
            CREATE INDEX queue_leased ON queue (leased_until) WHERE leased_until IS NOT NULL;
            """),
    ];

    /// <summary>Takes the steps that a database has not taken yet; refuses one that is not ours or is newer than the program.</summary>
    public static void Apply(SqliteConnection connection, string path)
    {
        var applied = Applied(connection, path);
        if (applied.Except(All.Select(step => step.Name)).FirstOrDefault() is { } unknown)
            throw new Refusal($"{path}: made by a newer version of the program (it has the step {unknown}, this one ends with {All[^1].Name})", ExitCode.Failure);
        if (applied.Count == All.Count && MeasurementTable.HasAllColumns(connection))
            return;
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY)", transaction: transaction);
        // Another process may have been faster.
        applied = Applied(connection, path);
        foreach (var (name, sql) in All.Where(step => !applied.Contains(step.Name)))
        {
            connection.Execute(sql, transaction: transaction);
            connection.Execute("INSERT INTO migrations (name) VALUES (@name)", new { name }, transaction);
        }

        MeasurementTable.AddColumns(connection, transaction);
        transaction.Commit();
    }

    static HashSet<string> Applied(SqliteConnection connection, string path)
    {
        var tables = connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table'").ToHashSet();
        if (tables.Contains("migrations"))
            return [.. connection.Query<string>("SELECT name FROM migrations")];
        return tables.Count == 0 ? [] : throw new Refusal($"{path}: a database of another program", ExitCode.Failure);
    }
}
