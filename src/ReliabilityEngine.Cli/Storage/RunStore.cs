using Dapper;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>When which command worked on the database, and what came of it; a run without an end was broken off.</summary>
sealed class RunStore(Database database, TimeProvider time)
{
    public long Begin(string command) =>
        database.Connection.ExecuteScalar<long>(
            "INSERT INTO runs (command, started_at) VALUES (@command, @now) RETURNING key",
            new { command, now = Timestamps.Write(time.GetUtcNow()) });

    public void End(long run, RunCounts counts, int exitCode) =>
        database.Connection.Execute(
            """
            UPDATE runs SET ended_at = @now, read = @Read, scored = @Scored, skipped = @Skipped, bad = @Bad, exit_code = @exitCode
            WHERE key = @run
            """,
            new { run, counts.Read, counts.Scored, counts.Skipped, counts.Bad, exitCode, now = Timestamps.Write(time.GetUtcNow()) });
}

/// <param name="Skipped">Scored before by the same versions.</param>
readonly record struct RunCounts(int Read, int Scored, int Skipped, int Bad);
