using System.Globalization;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Learning.Extractions;

namespace ReliabilityEngine.Cli.Reports;

/// <param name="Least">How far it gives way.</param>
readonly record struct SheetColumn(string Name, bool AlignRight, int Least);

/// <summary>A table of an evaluation with what it shows, for people.</summary>
sealed record ExtractionSheet(string Title, IReadOnlyList<SheetColumn> Heads, IEnumerable<string[]> Rows)
{
    public IReadOnlyList<TableColumn<string[]>> Columns =>
        [.. Heads.Select((head, i) => new TableColumn<string[]>(head.Name, row => row[i], head.AlignRight, head.Least))];

    /// <summary>What each layout is told by where there is little room.</summary>
    static readonly Dictionary<string, (string Measure, string Name)[]> Headlines = new()
    {
        ["attributions"] = [("cue_sentence_f1", "cue"), ("source_f1", "source"), ("content_f1", "content"), ("attribution_f1", "attribution"), ("count_error", "count error")],
        ["sources"] = [("found", "found"), ("kind_accuracy", "kind"), ("unnamed_f1", "unnamed"), ("anonymity_f1", "anonymity")],
        ["chains"] = [("speculation_f1", "speculation"), ("band_accuracy", "band"), ("voice_accuracy", "voice"), ("link_f1", "link"), ("chain_f1", "chain")],
    };

    static readonly SourceKind[] AllKinds = Enum.GetValues<SourceKind>();

    /// <param name="isWide">A group's intervals stand beside its figures, not below.</param>
    public static IEnumerable<ExtractionSheet> Of(ExtractionEvaluation evaluation, bool isWide)
    {
        foreach (var layout in evaluation.Layouts)
        {
            yield return Figures(layout);
            if (layout.Groups.Length > 1)
                yield return Groups(layout, isWide);
            if (layout.Layout == "sources")
                yield return Kinds(evaluation);
            if (layout.Worst.Length > 0)
                yield return Worst(layout);
        }
    }

    static ExtractionSheet Figures(LayoutFigures layout) => new(
        $"{Capital(layout.Layout)}, {Articles(layout.Groups[0].Articles)}, with 95 % intervals",
        [Left("measure"), Right("value"), Right("interval"), Right("right"), Right("gold"), Right("found")],
        layout.Groups[0].Figures.Select(figure => (string[])
        [
            figure.Measure, Four(figure.Value), Interval(figure, "0.000"), Count(figure.Basis.Right), Count(figure.Basis.Gold), Count(figure.Basis.Found),
        ]));

    static ExtractionSheet Groups(LayoutFigures layout, bool isWide)
    {
        var headlines = Headlines[layout.Layout];
        return new($"{Capital(layout.Layout)}, by publisher", [Left("publisher", least: 12), .. headlines.Select(headline => Right(headline.Name))],
            layout.Groups.Skip(1).SelectMany(Rows));

        IEnumerable<string[]> Rows(GroupFigures group)
        {
            var figures = headlines.Select(headline => group[headline.Measure]).ToList();
            if (isWide)
                return [[$"{group.Group} ({group.Articles})", .. figures.Select(figure => $"{Short(figure.Value)} ({Interval(figure, "0.00")})")]];
            return [[$"{group.Group} ({group.Articles})", .. figures.Select(figure => Short(figure.Value))], ["", .. figures.Select(figure => Interval(figure, "0.00"))]];
        }
    }

    static ExtractionSheet Kinds(ExtractionEvaluation evaluation)
    {
        var counts = evaluation.Kinds.ToDictionary(kind => (kind.Pair.Gold, kind.Pair.Found), kind => kind.Count);
        return new("Sources, the kind that they have (rows) and the kind that was found",
            [Left("kind"), .. AllKinds.Select(kind => Right(kind.Name(), least: 6)), Right("missed")],
            AllKinds.Where(gold => gold != SourceKind.Other).Select(gold => (string[])
                [gold.Name(), .. AllKinds.Select(found => Count(counts.GetValueOrDefault((gold, (SourceKind?)found)))), Count(counts.GetValueOrDefault((gold, null)))]));
    }

    static ExtractionSheet Worst(LayoutFigures layout) => new(
        $"{Capital(layout.Layout)}, the worst articles (F1 of {layout.WorstBy})",
        [Left("article", least: 24), Right("F1"), Right("right"), Right("gold"), Right("found")],
        layout.Worst.Select(worst => (string[])
            [worst.Article, Short(worst.Tally.F1), Count(worst.Tally.Right), Count(worst.Tally.Gold), Count(worst.Tally.Found)]));

    static SheetColumn Left(string name, int least = int.MaxValue) => new(name, AlignRight: false, least);

    static SheetColumn Right(string name, int least = int.MaxValue) => new(name, AlignRight: true, least);

    static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    static string Articles(int count) => count == 1 ? "1 article" : $"{count} articles";

    static string Four(double value) => Numbers.Fourth(value).ToString("0.0000", CultureInfo.InvariantCulture);

    static string Short(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    static string Interval(Figure figure, string format) => figure.Interval is { } interval
        ? $"{interval.Low.ToString(format, CultureInfo.InvariantCulture)}–{interval.High.ToString(format, CultureInfo.InvariantCulture)}"
        : Numbers.Dash;

    static string Count(int? count) => count is { } number ? Numbers.Whole(number) : "";
}
