using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Learning.Tests;

public class RecipeTests
{
    public static TheoryData<string[]> Broken => Cases.Read("tests", "ReliabilityEngine.Learning.Tests", "Cases", "recipes.tsv");

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_recipe_is_refused_with_its_line(string[] row)
    {
        var (replaced, by, line, words, place) = (row[0], row[1], row[2], row[3], row[^1]);
        Assert.True(Recipes.Sound.Contains(replaced, StringComparison.Ordinal), place);
        var at = Recipes.Sound.IndexOf(replaced, StringComparison.Ordinal);
        var broken = Recipes.Sound[..at] + by + Recipes.Sound[(at + replaced.Length)..];
        var error = Assert.Throws<TrainingException>(() => RecipeFile.Parse(broken, "house.recipe.json"));
        Assert.True(error.Message.StartsWith($"house.recipe.json:{(by.Length == 0 ? "1" : line)}:", StringComparison.Ordinal), $"{place}: {error.Message}");
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_shipped_recipe_is_sound()
    {
        // Recipes of taggers have no target and a reader of their own.
        var recipes = Directory.GetFiles(Repository.PathOf("models"), "*.recipe.json")
            .Where(path => File.ReadAllText(path).Contains("\"target\"", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(recipes);
        Assert.All(recipes, path => Assert.Equal(Path.GetFileName(path).Split('.')[0], RecipeFile.Read(path).Name));
    }

    [Fact]
    public void A_missing_recipe_is_refused_by_name() =>
        Assert.Contains("none.recipe.json", Assert.Throws<TrainingException>(() => RecipeFile.Read("none.recipe.json")).Message, StringComparison.Ordinal);
}
