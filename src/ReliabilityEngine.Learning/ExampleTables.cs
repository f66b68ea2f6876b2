using System.Collections.Immutable;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Learning;

/// <summary>The labelled articles of recipes, measured once for all recipes that name the same files and n-grams.</summary>
/// <remarks>For one thread at a time.</remarks>
/// <param name="folder">Where files with a relative name are looked for.</param>
public sealed class ExampleTables(string? folder, OutletNames outlets)
{
    (ImmutableArray<DataFile> Files, ImmutableArray<NGramBlock> NGrams, ExampleTable Table)? _latest;

    public ExampleTable For(Recipe recipe, IProgress<TrainingStep>? progress, CancellationToken cancellation)
    {
        if (_latest is { } latest && latest.Files.SequenceEqual(recipe.Files) && latest.NGrams.SequenceEqual(recipe.NGrams))
            return latest.Table;
        // Let go of the last table before the next is made: each is half a gigabyte.
        _latest = null;
        var step = progress is null ? null : new Measuring(progress);
        var table = ExampleTable.Measure(ExampleFile.ReadAll(recipe, folder, outlets), recipe.NGrams, step, cancellation);
        _latest = (recipe.Files, recipe.NGrams, table);
        return table;
    }

    // Tells at once: what is told later would be taken for a step back.
    sealed class Measuring(IProgress<TrainingStep> progress) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new("measuring the articles", value));
    }
}
