using Dapper;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>When which command worked on the database, and what came of it; a run without an end was broken off.</summary>
/// <param name="database">Null where nothing is stored.</param>
sealed class RunRecord(Database? database, TimeProvider time, string command)
{
    readonly long _key = database?.Connection.ExecuteScalar<long>(
        "INSERT INTO runs (command, started_at) VALUES (@command, @now) RETURNING key",
        new { command, now = Timestamps.Write(time.GetUtcNow()) }) ?? 0;

    /// <param name="known">Scored before by the same versions.</param>
    /// <returns>The exit code.</returns>
    public int End(int read, int known, int bad, int exitCode)
    {
        database?.Connection.Execute(
            """
            UPDATE runs SET ended_at = @now, read = @read, scored = @read - @known, skipped = @known, bad = @bad, exit_code = @exitCode
            WHERE key = @_key
            """,
            new { _key, read, known, bad, exitCode, now = Timestamps.Write(time.GetUtcNow()) });
        return exitCode;
    }
}
