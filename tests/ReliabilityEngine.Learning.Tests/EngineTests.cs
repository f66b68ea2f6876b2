namespace ReliabilityEngine.Learning.Tests;

public class EngineTests
{
    [Fact]
    public void Two_models_of_one_target_are_refused_by_name()
    {
        var model = ShippedModel.All.Single(model => model.IsDefault && model.Target == "bias").Model;
        var message = Assert.Throws<ModelException>(() => Engine.Load(model, model)).Message;
        Assert.Equal($"2 models of bias, expected one: {model.Version}, {model.Version}", message);
    }

    [Fact]
    public void Nothing_is_named_where_nothing_is_given()
    {
        var engine = Engine.Load();
        Assert.Equal("article", Assert.Throws<ArgumentNullException>(() => engine.Score((Article)null!)).ParamName);
        Assert.Equal("bytes", Assert.Throws<ArgumentNullException>(() => ModelFile.Read(null!, "none.model")).ParamName);
        Assert.Equal("paths", Assert.Throws<ArgumentNullException>(() => Engine.Load((string[])null!)).ParamName);
    }

    [Theory]
    [InlineData("CNN")]
    [InlineData("The New York Times")]
    [InlineData("www.breitbart.com")]
    public void An_outlet_of_the_shipped_models_examples_is_known_by_its_name_too(string outlet) =>
        Assert.True(ShippedModel.All.Single(model => model.IsDefault && model.Target == "reliability").HasSeen(OutletNames.Default.Canonical(outlet)));

    [Fact]
    public void A_learner_of_ones_own_can_be_named_by_recipes()
    {
        Assert.Throws<ArgumentException>(() => Learners.Add("nobody's", new LinearLearner()));
        Learners.Add(new KnownLearner("one's own", "linear under another name", IsLinear: true, new LinearLearner()));
        Assert.Contains("one's own", Learners.BuiltIn);
        Assert.Equal("one's own", RecipeFile.Parse(Recipes.Sound.Replace("\"linear\"", "\"one's own\"", StringComparison.Ordinal), "own.json").Learner);
    }
}
