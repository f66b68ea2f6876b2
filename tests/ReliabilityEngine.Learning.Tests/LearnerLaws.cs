namespace ReliabilityEngine.Learning.Tests;

/// <summary>What holds of every learner that the build has.</summary>
public class LearnerLaws
{
    static LearnerLaws()
    {
#if MLNET
        Learners.Add(MLNet.SdcaLearner.Name, new MLNet.SdcaLearner());
#endif
    }

    public static TheoryData<string> All => [.. Learners.BuiltIn];

    [Fact]
    public void There_are_learners() => Assert.NotEmpty(All);

    [Theory]
    [MemberData(nameof(All))]
    public void It_learns_and_gives_the_same_bytes_twice_and_reasons_that_add_up(string learner)
    {
        var recipe = Recipes.OverLabelledArticles() with { Learner = learner };
        var (run, again) = (Recipes.Train(recipe), Recipes.Train(recipe));
        Assert.Equal(run.Bytes, again.Bytes);
        Assert.True(run.Evaluation.Agreements[0].R > 0.5, $"{learner}: r {run.Evaluation.Agreements[0].R} on outlets that it never saw");
        var engine = Engine.Load(run.Model);
        Assert.NotEmpty(run.OutOfFold);
        Assert.All(run.OutOfFold.Take(10), row =>
        {
            var score = engine.Score(row.Row.Example.Article);
            var points = score.Contributions.Where(reason => reason.Target == run.Model.Target).Sum(reason => reason.Points);
            Assert.Equal(score.Reliability.Score!.Value, score.Reliability.Base!.Value + points, 0.05);
        });
    }

    [Fact]
    public void A_learner_that_is_not_built_in_is_refused_with_how_to_get_it()
    {
        Assert.Contains("-p:MLNet=true", Learners.Missing("mlnet-fasttree"), StringComparison.Ordinal);
        Assert.DoesNotContain("MLNet", Assert.Throws<TrainingException>(() => Learners.Named("none")).Message, StringComparison.Ordinal);
    }
}
