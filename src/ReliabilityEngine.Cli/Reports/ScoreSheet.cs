using ReliabilityEngine.Origins;
using ReliabilityEngine.Ratings;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>One score with all its reasons, for people.</summary>
static class ScoreSheet
{
    const int MostQuoted = 3;
    const int LongestQuoted = 40;

    // Below this a reason is lost among the others; a short list is shown whole.
    const double LeastShown = 0.4;
    const int FewestShown = 12;

    public static void Write(TextWriter output, int width, ScoreReport report)
    {
        var (article, score) = (report.Article, report.Score);
        output.WriteLine(Terminal.SafeLine(article.Title ?? article.Id));
        output.WriteLine(Terminal.SafeLine($"{article.Outlet}{(article.Published is { } date ? $", {date.UtcDateTime:yyyy-MM-dd}" : "")}, {article.Id}"));
        foreach (var warning in score.Warnings)
            output.WriteLine($"! {warning}");
        output.WriteLine($"\nInformation credibility (Admiralty): {score.InformationCredibility}");
        WriteProvenance(output, width, report.Provenance);
        WriteTarget(output, width, Targets.Reliability, score.Reliability, score, article.Text);
        WriteTarget(output, width, Targets.Bias, score.Bias, score, article.Text);
        output.WriteLine($"\nextractor {score.Extractor}, models {string.Join(", ", score.Models.Select(model => $"{model.Key} {model.Value}"))}, likelihoods by {Terminal.SafeLine(score.LikelihoodTable)}");
        report.Past?.Write(output, width);
    }

    public static void WriteProvenance(TextWriter output, int width, Provenance? provenance)
    {
        foreach (var line in (provenance?.Sentences() ?? []).SelectMany(sentence => Wrapping.Wrap(Terminal.SafeLine(sentence), width)))
            output.WriteLine(line);
    }

    /// <param name="text">The article's, to quote from.</param>
    public static void WriteTarget(TextWriter output, int width, string target, TargetScore total, ArticleScore score, string text)
    {
        output.WriteLine($"\n{target}: {Numbers.WithInterval(total.Score, total.Interval)}");
        if (total is not { Score: { } sum, Base: { } start })
            return;
        var contributions = score.Contributions.Where(c => c.Target == target).ToList();
        var points = Rounding.ToTenths([.. contributions.Select(c => c.Points)], Numbers.Tenth(sum) - Numbers.Tenth(start));
        WriteLine(output, width, Numbers.Tenth(start), "where every article starts");
        var reasons = Reasons([.. contributions.Zip(points)], text).Where(reason => reason.Points != 0).OrderByDescending(reason => Math.Abs(reason.Points)).ToList();
        var shown = Math.Max(Math.Min(FewestShown, reasons.Count), reasons.Count(reason => Math.Abs(reason.Points) >= LeastShown));
        foreach (var (tenths, what) in reasons.Take(shown))
            WriteLine(output, width, tenths, what);
        if (reasons.Count > shown)
            WriteLine(output, width, reasons.Skip(shown).Sum(reason => reason.Points), $"{reasons.Count - shown} smaller reasons together");
    }

    /// <summary>What was measured one by one, and the words, of which each tells little, as one.</summary>
    static IEnumerable<(double Points, string What)> Reasons(IReadOnlyCollection<(Contribution Reason, double Points)> contributions, string text)
    {
        var words = contributions.Where(pair => Reason.IsOfWords(pair.Reason)).ToList();
        return contributions.Where(pair => !Reason.IsOfWords(pair.Reason)).Select(pair => (pair.Points, Reason.What(pair.Reason) + Quoted(pair.Reason.Evidence, text)))
            .Append((Numbers.Tenth(words.Sum(pair => pair.Points)), Reason.OfWords(words)));
    }

    /// <summary>Points and what they are for.</summary>
    public static void WriteLine(TextWriter output, int width, double points, string what)
    {
        var lines = Wrapping.Wrap(Terminal.SafeLine(what), width - 10).ToList();
        output.WriteLine($"{Numbers.Points(points),7}  {lines[0]}");
        foreach (var line in lines.Skip(1))
            output.WriteLine(new string(' ', 9) + line);
    }

    /// <summary>The first words at some places, to stand behind what is said of them; nothing for no place.</summary>
    public static string Quoted(IEnumerable<TextSpan> places, string text)
    {
        var words = places.Select(span => TextWidth.Cut(Terminal.SafeLine(span.In(text).ToString()), LongestQuoted))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return words.Count == 0 ? "" : $": {string.Join(", ", words.Take(MostQuoted).Select(word => $"“{word}”"))}{(words.Count > MostQuoted ? ", …" : "")}";
    }
}
