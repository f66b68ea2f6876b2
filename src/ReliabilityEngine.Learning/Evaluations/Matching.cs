namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>Pairs what a person marked with what was found, one to one.</summary>
static class Matching
{
    /// <summary>The size of a largest one-to-one matching, found by augmenting paths.</summary>
    public static int Size(int gold, int found, Func<int, int, bool> isSame)
    {
        var taken = new Dictionary<int, int>();
        return Enumerable.Range(0, gold).Count(i => Place(i, []));

        bool Place(int i, HashSet<int> seen)
        {
            for (var k = 0; k < found; k++)
            {
                if (seen.Contains(k) || !isSame(i, k))
                    continue;
                seen.Add(k);
                if (taken.TryGetValue(k, out var other) && !Place(other, seen))
                    continue;
                taken[k] = i;
                return true;
            }

            return false;
        }
    }
}
