namespace ReliabilityEngine.Soak;

/// <summary>Spreads the articles over the kills, so that each finds something under way.</summary>
sealed class Pace(SoakPlan plan)
{
    int _kills;

    public int Kills => Volatile.Read(ref _kills);

    public void CountKill() => Interlocked.Increment(ref _kills);

    /// <summary>Until an article's turn has come.</summary>
    public async Task Turn(int number, CancellationToken cancellation)
    {
        while ((long)number * plan.Kills > (long)plan.Articles * (Kills + 1))
            await Task.Delay(20, cancellation);
    }
}
