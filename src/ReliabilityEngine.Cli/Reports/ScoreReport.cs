using System.Collections.Immutable;
using ReliabilityEngine.Learning.WhatIf;
using ReliabilityEngine.Origins;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>An article's score, ready to be printed.</summary>
/// <param name="Stored">It was scored before by the same versions.</param>
sealed record ScoreReport(Article Article, ArticleScore Score, bool Stored)
{
    const int Reasons = 2;

    /// <summary>Warnings that hold for a whole list, and stand below it.</summary>
    public IReadOnlyCollection<string> SaidOnce { get; init; } = [];

    /// <summary>Null in lists, which show what stands.</summary>
    public ArticlePast? Past { get; init; }

    /// <summary>Where it comes from, where that was asked for.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>What changes of the text would do to the score; null where none were tried.</summary>
    public ImmutableArray<TriedChange>? Changes { get; init; }

    static readonly CsvColumn<ScoreReport>[] CsvColumns =
    [
        new("id", report => report.Article.Id),
        new("outlet", report => report.Article.Outlet),
        new("title", report => report.Article.Title),
        new("reliability", report => Numbers.Tenth(report.Score.Reliability.Score)),
        new("reliability_low", report => Numbers.Tenth(report.Score.Reliability.Interval?.Low)),
        new("reliability_high", report => Numbers.Tenth(report.Score.Reliability.Interval?.High)),
        new("bias", report => Numbers.Tenth(report.Score.Bias.Score)),
        new("bias_low", report => Numbers.Tenth(report.Score.Bias.Interval?.Low)),
        new("bias_high", report => Numbers.Tenth(report.Score.Bias.Interval?.High)),
        new("information_credibility", report => report.Score.InformationCredibility),
        new("reasons", report => string.Join("; ", report.StrongestReasons())),
        new("warnings", report => string.Join("; ", report.Score.Warnings)),
        new("stored", report => report.Stored ? "true" : "false"),
        new("likelihood_table", report => report.Score.LikelihoodTable),
    ];

    static readonly TableColumn<ScoreReport>[] TableColumns =
    [
        new("id", report => report.Article.Id, Least: 40),
        new("outlet", report => report.Article.Outlet, Least: 8),
        new("title", report => report.Article.Title ?? "", Least: 10),
        new("reliability", report => Numbers.WithInterval(report.Score.Reliability.Score, report.Score.Reliability.Interval), AlignRight: true),
        new("bias", report => Numbers.WholeOrDash(report.Score.Bias.Score), AlignRight: true),
        new("cred.", report => Numbers.Whole(report.Score.InformationCredibility), AlignRight: true),
    ];

    public static ResultShape<ScoreReport> Shape { get; } = new(ScoreJson.Write, CsvColumns, TableColumns, report => report.Notes());

    /// <summary>Why, and what to beware of.</summary>
    IEnumerable<string> Notes() =>
        (StrongestReasons() is { Count: > 0 } reasons ? (IEnumerable<string>)[string.Join("; ", reasons)] : [])
        .Concat(Score.Warnings.Except(SaidOnce, StringComparer.Ordinal).Select(warning => $"! {warning}"));

    ImmutableList<string> StrongestReasons() =>
        [.. Reason.Strongest(Score.Contributions.Where(c => c.Target == Targets.Reliability), Reasons).Select(Reason.InWords)];
}
