using ReliabilityEngine.Learning.Cards;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Learning.Tests;

public sealed class ShippedFilesTests
{
    [Fact]
    public void Every_shipped_model_has_hashes_beside_it_by_which_another_database_takes_it()
    {
        var models = Directory.GetFiles(Repository.PathOf("models"), "*.model");

        Assert.NotEmpty(models);
        Assert.All(models, path => Assert.NotEmpty(ModelPackage.Read(path).Trial.Scores));
    }
}
