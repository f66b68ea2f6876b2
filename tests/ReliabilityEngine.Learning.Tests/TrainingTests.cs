using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.Cards;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Learning.Tests;

public class TrainingTests
{
    static readonly Lazy<TrainingRun> Shared = new(() => Recipes.Train(Recipes.OverLabelledArticles()));

    static readonly Lazy<ExampleTable> Measured = new(() =>
        ExampleTable.Measure(ExampleFile.ReadAll(Recipes.OverLabelledArticles(), null, OutletNames.Default), Recipes.OverLabelledArticles().NGrams, null, CancellationToken.None));

    static TrainingRun Run => Shared.Value;

    static ExampleTable Table => Measured.Value;

    [Fact]
    public void The_same_recipe_and_data_give_the_same_bytes()
    {
        var again = Recipes.Train(Recipes.OverLabelledArticles());
        Assert.Equal(Run.Bytes, again.Bytes);
        Assert.Equal(ModelCard.Of(Run).ToJson(), ModelCard.Of(again).ToJson());
    }

    [Fact]
    public void Every_labelled_article_is_judged_by_a_model_that_never_saw_its_outlet()
    {
        Assert.True(Run.OutOfFold.Length >= Training.FewestLabels);
        Assert.All(Run.OutOfFold, score => Assert.InRange(score.Score.Score!.Value, score.Score.Interval!.Value.Low, score.Score.Interval.Value.High));
    }

    [Fact]
    public void Reasons_add_up_to_the_score()
    {
        var engine = Engine.Load(Run.Model);
        Assert.NotEmpty(Run.OutOfFold);
        Assert.All(Run.OutOfFold, row =>
        {
            var score = engine.Score(row.Row.Example.Article);
            var reasons = score.Contributions.Where(reason => reason.Target == Run.Model.Target).ToArray();
            Assert.Equal(score.Reliability.Score!.Value, score.Reliability.Base!.Value + reasons.Sum(reason => reason.Points), 0.05);
            Assert.True(reasons.Count(reason => reason.Feature == "words") <= 20);
            Assert.True(reasons.Count(reason => reason.Feature == "other words") <= 1);
        });
    }

    [Fact]
    public void The_words_of_a_reason_stand_where_it_says()
    {
        var engine = Engine.Load(Run.Model);
        var article = Run.OutOfFold[0].Row.Example.Article;
        var plain = engine.Score(article).Contributions
            .Where(reason => reason is { Feature: "words", Words: { } words } && !words.Contains(' ') && words.All(char.IsLetter)).ToArray();
        Assert.NotEmpty(plain);
        Assert.All(plain, reason => Assert.All(reason.Evidence, span =>
            Assert.Equal(reason.Words, article.Text[span.Start..span.End], ignoreCase: true)));
    }

    [Fact]
    public void A_model_read_back_says_the_same()
    {
        var row = Run.OutOfFold[0].Row;
        var again = ModelFile.Read(Run.Bytes, "again.model");
        Assert.Equal(Run.Model.Version, again.Version);
        Assert.Equal(Run.Model.Predict(row.Features, row.Grams), again.Predict(row.Features, row.Grams));
    }

    [Fact]
    public void A_model_knows_the_outlets_that_it_has_seen()
    {
        var again = ModelFile.Read(Run.Bytes, "again.model");
        Assert.All(Run.OutOfFold, row => Assert.True(again.Header.HasSeen(row.Row.Example.Outlet)));
        Assert.False(again.Header.HasSeen("the outlet of nobody"));
    }

    [Fact]
    public void A_model_scores_alike_on_many_threads()
    {
        var engine = Engine.Load(Run.Model);
        var expected = Run.OutOfFold.Select(score => engine.Score(score.Row.Example.Article).Reliability.Score).ToArray();
        Parallel.For(0, 200, i =>
            Assert.Equal(expected[i % expected.Length], engine.Score(Run.OutOfFold[i % expected.Length].Row.Example.Article).Reliability.Score));
    }

    [Fact]
    public void A_cut_model_is_refused()
    {
        for (var length = 0; length < Run.Bytes.Length; length += Math.Max(1, Run.Bytes.Length / 50))
            Assert.Contains("cut.model", Assert.Throws<ModelException>(() => ModelFile.Read(Run.Bytes[..length], "cut.model")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        byte[] changed = [.. Run.Bytes];
        changed[^100] ^= 1;
        Assert.Contains("damaged", Assert.Throws<ModelException>(() => ModelFile.Read(changed, "changed.model")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_under_a_sound_checksum_is_read_or_refused()
    {
        var random = new Random(11);
        var end = Run.Bytes.Length - SHA256.HashSizeInBytes;
        var refused = 0;
        for (var i = 0; i < 500; i++)
        {
            byte[] content = [.. Run.Bytes[..end]];
            // Most of the bytes that mean something stand at the beginning.
            for (var k = random.Next(1, 4); k > 0; k--)
                content[random.Next(10, i % 2 == 0 ? 4000 : end)] = (byte)random.Next(256);
            byte[] bytes = [.. content, .. SHA256.HashData(content)];
            try
            {
                var row = Run.OutOfFold[i % Run.OutOfFold.Length].Row;
                var model = ModelFile.Read(bytes, "odd.model");
                Assert.True(double.IsFinite(model.Predict(row.Features, row.Grams)));
            }
            catch (ModelException error)
            {
                Assert.StartsWith("odd.model: ", error.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, 50, 500);
    }

    [Fact]
    public void A_header_that_no_training_writes_is_refused()
    {
        var header = Run.Model.Header;
        ModelHeader[] odd =
        [
            header with { Lowest = 100, Highest = 0 }, header with { NGrams = [header.NGrams[0] with { Bits = 31 }] }, header with { NGrams = [header.NGrams[0] with { Shortest = 0 }] },
            header with { NGrams = [.. Enumerable.Repeat(header.NGrams[0], 99)] }, header with { Intervals = header.Intervals with { Scores = [] } },
            header with { Intervals = header.Intervals with { HalfWidths = [] } }, header with { Outlets = ["ff", "00"] },
        ];
        Assert.Equal(Run.Bytes, WithHeader(header));
        Assert.All(odd, header => Assert.Contains("no program of this kind wrote it", Assert.Throws<ModelException>(() => ModelFile.Read(WithHeader(header), "odd.model")).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_for_other_features_is_refused_with_both_differences_and_the_remedy()
    {
        var known = FeatureSet.All[0].Name;
        var header = Run.Model.Header with { Features = [.. Run.Model.Header.Features.Select(name => name == known ? "moons_per_1k" : name)] };
        var model = ModelFile.Write(header, TinyWeights(header));
        var message = Assert.Throws<ModelException>(() => ModelFile.Read(model, "other.model")).Message;
        Assert.Contains("moons_per_1k", message, StringComparison.Ordinal);
        Assert.Contains(known, message, StringComparison.Ordinal);
        Assert.Contains("reliability train --recipe models/reliability.recipe.json", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_says_what_each_part_is_worth()
    {
        var study = AblationStudy.Run(Recipes.OverLabelledArticles(), Table, null, CancellationToken.None);
        Assert.Equal(["nothing", "declared features", "n-grams: body.words"], study.Select(part => part.Part));
        Assert.Equal(Run.Evaluation.Agreements[0].R, study[0].Without, 0.02);
        // Without the features only the n-grams are left, of the same length as alone.
        Assert.Equal(study[2].Alone!.Value, study[1].Without, 0.01);
    }

    [Fact]
    public void The_score_is_the_mean_of_the_models_of_each_kind_of_label()
    {
        var bias = new LabelSource("bias", LabelSource.AnyFile, "bias", [], 3);
        var reliability = Recipes.OverLabelledArticles().Train[0];
        var (one, other, both) = (OutOfFold(reliability), OutOfFold(bias), OutOfFold(reliability, bias));
        Assert.NotEmpty(both);
        Assert.All(both, score => Assert.Equal((0.25 * one[score.Key]) + (0.75 * other[score.Key]), score.Value, 0.01));
    }

    [Fact]
    public void Articles_with_the_mark_that_a_recipe_leaves_out_have_no_label()
    {
        var source = new LabelSource("reliability", "a.jsonl", "reliability", [], 1, "seen_elsewhere");
        var example = new Example(new() { Id = "1", Text = "" }, "one.example", "a.jsonl", null,
            ImmutableSortedDictionary<string, string>.Empty.Add("reliability", "50"), []);
        Assert.Equal(50, example.ValueOf(source));
        Assert.Null((example with { Marks = ["seen_elsewhere"] }).ValueOf(source));
        Assert.Equal(50, (example with { Marks = ["another"] }).ValueOf(source));
    }

    [Fact]
    public void Too_few_labels_are_refused_with_what_is_missing()
    {
        var recipe = Recipes.OverLabelledArticles();
        var few = ExampleFile.ReadAll(recipe, null, OutletNames.Default).Take(10);
        var message = Assert.Throws<TrainingException>(() => Training.Run(recipe, [.. few], CancellationToken.None)).Message;
        Assert.Contains("30 articles", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_texts_that_cannot_be_judged_and_of_no_known_outlet_do_not_count()
    {
        var recipe = Recipes.OverLabelledArticles();
        var unjudged = Table with { Rows = [.. Table.Rows.Select((row, i) => i < 30 ? row : row with { Obstacle = "no sentence: not judged" })] };
        Assert.StartsWith("30 articles of ", Refusal(unjudged), StringComparison.Ordinal);
        var unknown = Table with { Rows = [.. Table.Rows.Select((row, i) => i < 30 ? row : row with { Example = row.Example with { Outlet = Article.UnknownOutlet } })] };
        Assert.StartsWith("30 articles of ", Refusal(unknown), StringComparison.Ordinal);

        string Refusal(ExampleTable table) => Assert.Throws<TrainingException>(() => Training.Run(recipe, table, null, CancellationToken.None)).Message;
    }

    [Fact]
    public void A_file_that_is_not_the_recipes_is_refused_with_both_hashes()
    {
        var recipe = Recipes.OverLabelledArticles();
        var file = recipe.Files[0] with { Sha256 = new('0', 64) };
        Assert.Contains(new string('0', 64), Assert.Throws<TrainingException>(() => ExampleFile.Read(file, null, OutletNames.Default)).Message, StringComparison.Ordinal);
    }

    /// <summary>The model's file with another header before its weights.</summary>
    static byte[] WithHeader(ModelHeader header)
    {
        const int Mark = 10;
        var json = JsonSerializer.SerializeToUtf8Bytes(header, JsonSerializerOptions.Web);
        var weights = Run.Bytes.AsSpan()[(Mark + sizeof(int) + BitConverter.ToInt32(Run.Bytes, Mark))..^SHA256.HashSizeInBytes];
        byte[] content = [.. Run.Bytes.AsSpan()[..Mark], .. BitConverter.GetBytes(json.Length), .. json, .. weights];
        return [.. content, .. SHA256.HashData(content)];
    }

    static FrozenDictionary<int, double> OutOfFold(params LabelSource[] labels)
    {
        var recipe = Recipes.OverLabelledArticles() with { Train = [.. labels] };
        var folds = GroupedSplit.Create([.. Table.Rows.Select(row => row.Example)], Training.Labelled(Table, recipe), recipe.Folds);
        return new LinearLearner().Train(Table, recipe, folds, null, CancellationToken.None).OutOfFold;
    }

    static LinearWeights TinyWeights(ModelHeader header)
    {
        var zeros = new double[header.Features.Length];
        return new(50, new([.. zeros], [.. zeros]), [.. zeros], [.. new float[new NGrams.NGramLayout(header.NGrams).Size]], 0);
    }
}
