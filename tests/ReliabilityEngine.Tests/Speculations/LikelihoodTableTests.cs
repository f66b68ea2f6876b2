using ReliabilityEngine.Speculations;

namespace ReliabilityEngine.Tests.Speculations;

public sealed class LikelihoodTableTests
{
    static readonly LikelihoodBand[] Bands = [.. Enum.GetValues<LikelihoodBand>().Where(band => band != LikelihoodBand.Open)];

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
