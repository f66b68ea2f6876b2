using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Learning.Cards;

/// <summary>A model's card as a page to read, in Markdown.</summary>
static class CardPage
{
    const int OutletsShown = 25;

    public static string Write(ModelCard card)
    {
        var page = new StringBuilder();
        page.Line($"# The {Cell(card.Name)} model {card.Version}\n");
        page.Line($"{Family(card)}");
        page.Line($"Trained by version {card.Program} on measurements by extractor `{card.Extractor}` (lexicons `{card.Lexicons}`, features `{card.Features}`);");
        page.Line($"recipe `{card.RecipeHash[..16]}`; {card.Bytes / 1024} kB.\n");
        if (card.Prior is { } prior)
            page.Line($"Begun with the shipped model {prior}: from the labels below it learned the level and the spread of scores and what declared features add to them; its n-grams are the shipped model's. Articles of outlets that the shipped model was trained on were learned from and not judged.\n");
        WriteData(page, card);
        page.Line($"## On outlets that training never saw\n");
        foreach (var agreement in card.Evaluation.Agreements)
            WriteAgreement(page, agreement);
        page.Line($"![Scores against labels]({card.Name}.calibration.svg)\n");
        WriteParts(page, card.Evaluation);
        WriteLimits(page, card);
        return page.ToString();
    }

    static string Family(ModelCard card) => Learners.All.Any(known => known.Name == card.Learner && known.IsLinear)
        ? $"Linear on {card.FeatureCount} declared features and hashed n-grams with names masked: a score is an exact sum of contributions."
        : $"Boosted trees on {card.FeatureCount} declared features and hashed n-grams with names masked: a contribution is what the score would lose on the other side of a measurement's forks; what measurements do only together stands by itself.";

    static void WriteData(StringBuilder page, ModelCard card)
    {
        page.Line($"## Data\n{(card.Data.All(card.IsOfRecipe) ? "" : "\nIn place of the files that the recipe names, and of its labels.\n")}\n| file | what | licence | articles | judged | outlets | from | to | SHA-256 |\n|---|---|---|---|---|---|---|---|---|");
        foreach (var data in card.Data)
            page.Line($"| {Cell(data.File)} | {Cell(data.Title)} | {Cell(data.Licence ?? "not stated")} | {data.Articles} | {data.Judged} | {data.Outlets} | {data.First:yyyy-MM} | {data.Last:yyyy-MM} | `{data.Sha256?[..12] ?? "any"}` |");
        page.Line($"");
    }

    static void WriteAgreement(StringBuilder page, Agreement a)
    {
        page.Line($"### Against \"{Cell(a.Label)}\" of {Cell(a.File)}\n\n| measure | value |\n|---|---|");
        page.Line($"| articles, of these judged, outlets | {a.Articles}, {a.Judged:P1}, {a.Outlets} |");
        page.Line($"| r, rank correlation | {a.R:0.000}, {a.RankCorrelation:0.000} |");
        page.Line($"| mean error, that of always saying the mean | {a.MeanError:0.0}, {a.MeanErrorOfMean:0.0} |");
        page.Line($"| AUC | {a.Auc:0.000} |");
        if (a.Accuracy is not null)
            page.Line($"| accuracy at 50 | {a.Accuracy:0.000} |");
        page.Line($"| Brier score ({(a.Accuracy is null ? "of a label of 50 and over" : "of a yes")}) | {a.Brier:0.000} |");
        if (a.Coverage is not null)
            page.Line($"| coverage and mean width of the intervals | {a.Coverage:0.000}, {a.Width:0.0} |");
        if (a.OutletCoverage is not null)
            page.Line($"| coverage, each outlet counted once | {a.OutletCoverage:0.000} |");
        page.Line($"| calibration: mean distance of score and label in tenths of the scores | {a.CalibrationError:0.0} |");
        page.Line($"");
    }

    static void WriteParts(StringBuilder page, Evaluation evaluation)
    {
        if (!evaluation.Ablation.IsEmpty)
        {
            page.Line($"## What each part is worth\n\n| left out | r without it | r of it alone |\n|---|---|---|");
            foreach (var part in evaluation.Ablation)
                page.Line($"| {part.Part} | {part.Without:0.000} | {(part.Alone is { } alone ? alone.ToString("0.000", CultureInfo.InvariantCulture) : "–")} |");
            page.Line($"");
        }

        if (evaluation.Later is { } later)
        {
            page.Line($"## Later than all that was seen\n");
            page.Line($"{later.Articles} articles from {later.From:yyyy-MM-dd} on, judged by models that saw only earlier articles, and of other outlets:");
            page.Line($"r {later.R:0.000}, mean error {later.MeanError:0.0}. Models that saw other outlets of all dates reach r {later.ROfAnyDate:0.000} on them.\n");
        }

        page.Line($"## Names exchanged\n\n| swap | articles | mean shift | mean size |\n|---|---|---|---|");
        foreach (var swap in evaluation.Swaps)
            page.Line($"| {swap.Swap} | {swap.Articles} | {swap.MeanShift:0.00} | {swap.MeanSize:0.00} |");
        page.Line($"\n## By length\n\n| words | articles | r | mean error |\n|---|---|---|---|");
        foreach (var length in evaluation.Lengths)
            page.Line($"| {length.Words} | {length.Articles} | {length.R:0.000} | {length.MeanError:0.0} |");
        WriteUnusualness(page, evaluation.Unusualness);
        page.Line($"\n## Features that count\n\n| feature | r lost when shuffled |\n|---|---|");
        foreach (var importance in evaluation.Importances)
            page.Line($"| `{importance.Feature}` | {importance.Loss:0.0000} |");
        page.Line($"\n## The outlets with most articles\n\n| outlet | articles | mean score | mean label |\n|---|---|---|---|");
        foreach (var outlet in evaluation.Outlets.Take(OutletsShown))
            page.Line($"| {Cell(outlet.Outlet)} | {outlet.Articles} | {outlet.Score:0} | {outlet.Label:0} |");
        page.Line($"");
    }

    static void WriteUnusualness(StringBuilder page, ImmutableArray<UnusualnessResult> quarters)
    {
        if (quarters.IsEmpty)
            return;
        page.Line($"\n## By how unusual the text is\n\nMean square of a text's standardised measurements, in quarters; intervals widen with it.\n");
        page.Line($"| unusualness | articles | r | mean error | coverage | mean width of the intervals |\n|---|---|---|---|---|---|");
        foreach (var part in quarters)
            page.Line($"| {part.From:0.0}–{part.To:0.0} | {part.Articles} | {part.R:0.000} | {part.MeanError:0.0} | {(part.Coverage is { } coverage ? coverage.ToString("0.000", CultureInfo.InvariantCulture) : "–")} | {part.Width:0.0} |");
    }

    static void WriteLimits(StringBuilder page, ModelCard card) => page.Line($"""
        ## Limits

        The labels are some people's judgement of English articles{(card.Data.All(card.IsOfRecipe) ? ", mostly on US politics of 2016 to 2020" : "")}; on other subjects,
        years and countries the model is less sure than its intervals say. It judges manner, not truth: careful wording of a
        false claim scores well. Satire, poetry and transcripts were hardly seen. A score is no ground for removing or demoting
        a text. Document frequencies of n-grams, and means of features, were taken over all texts, labels apart.
        """);

    // Outlets and labellers are strangers' words: none of them ends a cell or begins a tag.
    static string Cell(string text) => string.Concat(text.Select(c => c switch
    {
        '|' => "\\|",
        '<' => "&lt;",
        _ when char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format => " ",
        _ => $"{c}",
    }));

    static void Line(this StringBuilder page, FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
