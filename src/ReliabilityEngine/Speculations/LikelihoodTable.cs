using System.Collections.Immutable;
using System.Globalization;

namespace ReliabilityEngine.Speculations;

/// <summary>The probabilities that a house reads its likelihood words as.</summary>
public sealed class LikelihoodTable
{
    readonly ImmutableArray<Likelihood> _bands;

    LikelihoodTable(string name, ImmutableArray<Likelihood> bands) => (Name, _bands) = (name, bands);

    /// <summary>The tables that come with the engine: <c>icd203</c>, <c>phia</c>, <c>kent</c>, <c>ipcc</c>.</summary>
    public static ImmutableArray<LikelihoodTable> BuiltIn { get; } = [.. new[] { "icd203", "phia", "kent", "ipcc" }.Select(Embedded)];

    public static LikelihoodTable Default => BuiltIn[0];

    /// <summary>Such as <c>icd203</c>; for a file of the user's own, its path.</summary>
    public string Name { get; }

    /// <summary>Null for <see cref="LikelihoodBand.Open"/>, which no table gives numbers.</summary>
    public Likelihood? this[LikelihoodBand band] => band == LikelihoodBand.Open ? null : _bands[(int)band];

    /// <summary>All of it but the name, on one line.</summary>
    internal string Numbers => string.Join(' ', _bands.Select(band => string.Create(CultureInfo.InvariantCulture, $"{band.Low}-{band.High}")));

    /// <summary>Whether chains come out the same, whatever the tables are called.</summary>
    public bool HasSameNumbersAs(LikelihoodTable other) => _bands.SequenceEqual(other._bands);

    /// <summary>The table of that name, or null.</summary>
    public static LikelihoodTable? Named(string name) =>
        BuiltIn.FirstOrDefault(table => table.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a table: a band's name, its lowest and its highest probability in per cent a line, tab between them.</summary>
    /// <exception cref="FormatException">The message begins with <c>path:line:</c>.</exception>
    public static LikelihoodTable Read(TextReader lines, string path)
    {
        var bands = new Likelihood?[(int)LikelihoodBand.Open];
        var number = 0;
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var (band, likelihood) = ReadLine(line, $"{path}:{number}");
            if (bands[(int)band] is not null)
                throw new FormatException($"{path}:{number}: found the band '{band.Name()}' a second time, expected each once");
            bands[(int)band] = likelihood;
        }

        var filled = WithWiderBands(bands, $"{path}:{Math.Max(number, 1)}");
        RequireRising(filled, $"{path}:{Math.Max(number, 1)}");
        return new(path, filled);
    }

    static (LikelihoodBand Band, Likelihood Likelihood) ReadLine(string line, string place)
    {
        var cells = line.Split('\t');
        if (cells.Length != 3)
            throw new FormatException($"{place}: found {cells.Length} cells, expected a band, its lowest and its highest per cent, tabs between");
        if (!LikelihoodBands.TryParse(cells[0], out var band) || band == LikelihoodBand.Open)
            throw new FormatException($"{place}: found the band '{cells[0]}', expected one of {NamesOfBands}");
        var (low, high) = (PerCent(cells[1], place), PerCent(cells[2], place));
        return low <= high
            ? (band, new(low / 100, high / 100))
            : throw new FormatException($"{place}: found {cells[1]} to {cells[2]}, expected the lower per cent first");
    }

    static double PerCent(string cell, string place) =>
        double.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 100
            ? value
            : throw new FormatException($"{place}: found '{cell}', expected a number from 0 to 100");

    // Towards the middle the words of one side grow wider: what is remote is also very unlikely, and unlikely.
    static ImmutableArray<Likelihood> WithWiderBands(Likelihood?[] bands, string place)
    {
        foreach (var band in new[] { LikelihoodBand.Unlikely, LikelihoodBand.Even, LikelihoodBand.Likely })
        {
            if (bands[(int)band] is null)
                throw new FormatException($"{place}: found no band '{band.Name()}', expected unlikely, even and likely at least");
        }

        bands[(int)LikelihoodBand.VeryUnlikely] ??= bands[(int)LikelihoodBand.Unlikely];
        bands[(int)LikelihoodBand.Remote] ??= bands[(int)LikelihoodBand.VeryUnlikely];
        bands[(int)LikelihoodBand.VeryLikely] ??= bands[(int)LikelihoodBand.Likely];
        bands[(int)LikelihoodBand.Certain] ??= bands[(int)LikelihoodBand.VeryLikely];
        return [.. bands.Select(band => band!.Value)];
    }

    static void RequireRising(ImmutableArray<Likelihood> bands, string place)
    {
        for (var i = 1; i < bands.Length; i++)
        {
            if (bands[i].Low < bands[i - 1].Low || bands[i].High < bands[i - 1].High)
            {
                var (lower, higher) = ((LikelihoodBand)(i - 1), (LikelihoodBand)i);
                throw new FormatException($"{place}: found '{higher.Name()}' below '{lower.Name()}', expected each band no lower than the one before");
            }
        }
    }

    static string NamesOfBands => string.Join(", ", Enum.GetValues<LikelihoodBand>().Where(band => band != LikelihoodBand.Open).Select(band => band.Name()));

    static LikelihoodTable Embedded(string name)
    {
        using var stream = typeof(LikelihoodTable).Assembly.GetManifestResourceStream($"likelihood/{name}.tsv")!;
        using var reader = new StreamReader(stream);
        return new(name, Read(reader, $"likelihood/{name}.tsv")._bands);
    }
}
