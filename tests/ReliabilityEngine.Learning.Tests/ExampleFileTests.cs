using System.Globalization;

namespace ReliabilityEngine.Learning.Tests;

public sealed class ExampleFileTests : IDisposable
{
    readonly string _path = Path.GetTempFileName();

    [Theory]
    [InlineData("""{"reliability": 700}""", "reliability is \"700\", expected a number from 0 to 100")]
    [InlineData("""{"reliability": "NaN"}""", "reliability is \"NaN\", expected a number from 0 to 100")]
    [InlineData("""{"reliability": "good"}""", "reliability is \"good\", expected a number from 0 to 100")]
    [InlineData("""{"reliability": 70, "leaning": "centre"}""", "leaning is \"centre\", expected left, center, right")]
    public void A_label_that_is_none_is_refused_with_its_line(string labels, string words)
    {
        var message = Assert.Throws<TrainingException>(() => Read("""{"reliability": 70}""", labels)).Message;
        Assert.Equal($"{_path}:2: {words}", message);
    }

    [Fact]
    public void Labels_are_read_however_they_are_spelt()
    {
        var example = Read("""{"reliability": "70.50", "hyperpartisan": "TRUE", "leaning": "Left", "mood": "NaN", "bias": null}""")[0];
        Assert.Equal(70.5, example.ValueOf(Source("reliability")));
        Assert.Equal(1, example.ValueOf(Source("hyperpartisan", "true")));
        Assert.Equal(1, example.ValueOf(Source("leaning", "left")));
        Assert.Null(example.ValueOf(Source("mood")));
        Assert.Null(example.ValueOf(Source("bias")));
    }

    public void Dispose() => File.Delete(_path);

    Example[] Read(params string[] labels)
    {
        File.WriteAllLines(_path, labels.Select((label, i) => string.Create(CultureInfo.InvariantCulture, $$"""{"id": "{{i}}", "outlet": "one.example", "text": "", "labels": {{label}}}""")));
        return [.. ExampleFile.Read(new(_path, null, "labels", null), null, OutletNames.Default)];
    }

    static LabelSource Source(string label, string? yes = null) =>
        new(label, LabelSource.AnyFile, label, yes is null ? [] : [KeyValuePair.Create(yes, 1.0)], 1);
}
