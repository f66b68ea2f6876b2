using System.Collections.Immutable;
using System.Globalization;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Tests.Speculations;

public sealed class LikelihoodTableTests
{
    static readonly LikelihoodBand[] Bands = [.. Enum.GetValues<LikelihoodBand>().Where(band => band != LikelihoodBand.Open)];

    public static TheoryData<string[]> Lines => Cases.Read("tests", "ReliabilityEngine.Tests", "Speculations", "Cases", "likelihoods.tsv");

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_chain_comes_to_what_the_table_makes_of_its_bands(string[] line)
    {
        ImmutableArray<Speculation> steps =
        [
            .. line[0].Split(' ').Select((name, sentence) => LikelihoodBands.TryParse(name, out var band)
                ? new Speculation(new(sentence, sentence + 1), new(sentence, sentence + 1), band, Voice.Author, sentence)
                : throw new FormatException(name)),
        ];
        var links = Enumerable.Range(1, steps.Length - 1).Select(sentence => (sentence - 1, sentence));
        var chain = Assert.Single(ChainBuilder.Build(steps, links, LikelihoodTable.Named(line[1])!));
        var shown = chain.Likelihood is { } of ? string.Create(CultureInfo.InvariantCulture, $"{of.Low * 100:0.##}..{of.High * 100:0.##}") : "-";
        Assert.True(line[2] == shown && line[3] == $"{chain.Unquantified}", $"{line[^1]}: found {shown} {chain.Unquantified}");
    }

    [Fact]
    public void Every_file_of_likelihoods_is_a_table_and_a_band_that_it_lacks_is_the_next_towards_the_middle()
    {
        var files = Directory.GetFiles(Repository.PathOf("data", "likelihood"), "*.tsv");
        Assert.NotEmpty(files);
        Assert.Equal(files.Select(Path.GetFileNameWithoutExtension).Order(), LikelihoodTable.BuiltIn.Select(table => table.Name).Order());
        var lacking = 0;
        foreach (var file in files)
        {
            var table = LikelihoodTable.Named(Path.GetFileNameWithoutExtension(file))!;
            var given = File.ReadLines(file).Select(line => line.Split('\t')[0]).ToHashSet();
            foreach (var band in Bands.Where(band => !given.Contains(band.Name())))
            {
                lacking++;
                var step = band < LikelihoodBand.Even ? 1 : -1;
                var next = (LikelihoodBand)((int)band + step);
                while (!given.Contains(next.Name()))
                    next = (LikelihoodBand)((int)next + step);
                Assert.Equal(table[next], table[band]);
            }
        }

        Assert.Equal(2, lacking);
    }

    [Fact]
    public void What_is_measured_by_another_table_is_another_version()
    {
        Assert.NotEmpty(LikelihoodTable.BuiltIn);
        var versions = LikelihoodTable.BuiltIn.Select(table => Extractor.VersionWith(LexiconLibrary.BuiltIn, table)).ToList();
        Assert.Equal(Extractor.Version, versions[0]);
        Assert.Equal(versions.Count, versions.Distinct().Count());
        Assert.Equal(Extractor.Version, Extractor.VersionWith(LexiconLibrary.BuiltIn, Read([.. Bands.Select(Line)])));

        static string Line(LikelihoodBand band) =>
            string.Create(CultureInfo.InvariantCulture, $"{band.Name()}\t{LikelihoodTable.Default[band]!.Value.Low * 100:0.##}\t{LikelihoodTable.Default[band]!.Value.High * 100:0.##}");
    }

    [Fact]
    public void Every_table_rises_from_remote_to_certain_within_0_and_1()
    {
        Assert.NotEmpty(LikelihoodTable.BuiltIn);
        foreach (var table in LikelihoodTable.BuiltIn)
        {
            Assert.Null(table[LikelihoodBand.Open]);
            var before = new Likelihood(0, 0);
            foreach (var band in Bands)
            {
                var likelihood = table[band]!.Value;
                Assert.InRange(likelihood.Low, before.Low, likelihood.High);
                Assert.InRange(likelihood.High, before.High, 1);
                before = likelihood;
            }
        }
    }

    [Theory]
    [InlineData("icd203", LikelihoodBand.Likely, .55, .80)]
    [InlineData("ICD203", LikelihoodBand.Remote, .01, .05)]
    [InlineData("phia", LikelihoodBand.Even, .40, .50)]
    [InlineData("kent", LikelihoodBand.Remote, .02, .12)]
    [InlineData("kent", LikelihoodBand.VeryLikely, .63, .87)]
    [InlineData("ipcc", LikelihoodBand.Likely, .66, 1)]
    public void The_tables_that_come_along_say_what_their_standards_say(string name, LikelihoodBand band, double low, double high) =>
        Assert.Equal(new Likelihood(low, high), LikelihoodTable.Named(name)![band]);

    [Fact]
    public void An_unknown_name_is_no_table() => Assert.Null(LikelihoodTable.Named("nato"));

    [Fact]
    public void A_band_that_a_table_lacks_takes_the_nearest_wider_one()
    {
        var table = Read("unlikely\t0\t40", "even\t40\t60", "likely\t60\t100");
        Assert.Equal(table[LikelihoodBand.Unlikely], table[LikelihoodBand.Remote]);
        Assert.Equal(table[LikelihoodBand.Likely], table[LikelihoodBand.Certain]);
        Assert.Equal(new Likelihood(.6, 1), table[LikelihoodBand.VeryLikely]);
    }

    [Theory]
    [InlineData("house.tsv:2: found 2 cells", "# ours", "even\t40")]
    [InlineData("house.tsv:1: found the band 'certainly'", "certainly\t90\t100")]
    [InlineData("house.tsv:1: found the band 'open'", "open\t0\t100")]
    [InlineData("house.tsv:1: found '4o'", "even\t4o\t60")]
    [InlineData("house.tsv:1: found '140'", "even\t40\t140")]
    [InlineData("house.tsv:1: found '-1'", "even\t-1\t60")]
    [InlineData("house.tsv:1: found 'NaN'", "even\tNaN\t60")]
    [InlineData("house.tsv:1: found 60 to 40", "even\t60\t40")]
    [InlineData("house.tsv:2: found the band 'even' a second time", "even\t40\t60", "even\t45\t55")]
    [InlineData("house.tsv:2: found no band 'even'", "unlikely\t0\t40", "likely\t60\t100")]
    [InlineData("house.tsv:3: found 'likely' below 'even'", "unlikely\t0\t40", "even\t40\t60", "likely\t30\t100")]
    [InlineData("house.tsv:1: found no band 'unlikely'")]
    public void A_broken_table_is_refused_with_its_line(string message, params string[] lines) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => Read(lines)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_band_has_a_name_that_reads_back()
    {
        Assert.NotEmpty(Enum.GetValues<LikelihoodBand>());
        foreach (var band in Enum.GetValues<LikelihoodBand>())
        {
            Assert.True(LikelihoodBands.TryParse(band.Name(), out var read));
            Assert.Equal(band, read);
        }

        Assert.False(LikelihoodBands.TryParse("sure", out _));
    }

    static LikelihoodTable Read(params string[] lines) =>
        LikelihoodTable.Read(new StringReader(string.Join('\n', lines)), "house.tsv");
}
