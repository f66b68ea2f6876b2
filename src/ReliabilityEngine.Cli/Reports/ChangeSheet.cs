using ReliabilityEngine.Learning.WhatIf;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>What single changes of the text would do to its scores, for people.</summary>
static class ChangeSheet
{
    public static void Write(TextWriter output, int width, IReadOnlyCollection<TriedChange> changes, string text)
    {
        foreach (var target in changes.GroupBy(change => change.Target))
        {
            output.WriteLine($"\nWhat one change would do to {target.Key}");
            foreach (var change in target)
                ScoreSheet.WriteLine(output, width, change.Points, change.Words + ScoreSheet.Quoted(change.Places.Where(place => !place.IsEmpty), text));
        }

        output.WriteLine();
        foreach (var line in Wrapping.Wrap(changes.Count > 0 ? Made : None, width))
            output.WriteLine(line);
    }

    const string Made = "Each change was made by itself, with made-up names where it wants names, and the changed text was read and " +
        "scored again. So it would be scored; whether it would be so reliable is another question.";

    const string None = "No single change of those that were tried would move a score by half a point to the better.";
}
