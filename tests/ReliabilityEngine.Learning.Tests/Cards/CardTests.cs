using System.Xml.Linq;
using ReliabilityEngine.Learning.Cards;

namespace ReliabilityEngine.Learning.Tests.Cards;

public class CardTests
{
    const string Odd = "a|b<script>\n\u202Ec";

    static readonly Lazy<ModelCard> Shared = new(() => ModelCard.Of(Recipes.Train(Recipes.OverLabelledArticles())));

    static ModelCard Card => Shared.Value;

    [Fact]
    public void Files_that_were_given_in_place_of_the_recipes_are_told_with_their_hashes()
    {
        Assert.NotEmpty(Card.Data);
        Assert.All(Card.Data, data => Assert.Equal(ExampleFile.HashOf(data.File), data.Sha256));
        var page = CardPage.Write(Card);
        Assert.Contains("In place of the files that the recipe names", page, StringComparison.Ordinal);
        Assert.Contains($"`{Card.Data[0].Sha256![..12]}`", page, StringComparison.Ordinal);
        // What is said of the shipped models' data is not said of others.
        Assert.DoesNotContain("US politics", page, StringComparison.Ordinal);
        var named = CardPage.Write(Card with { Data = [Card.Data[0] with { File = "a.jsonl" }] });
        Assert.DoesNotContain("In place of", named, StringComparison.Ordinal);
        Assert.Contains("US politics", named, StringComparison.Ordinal);
    }

    [Fact]
    public void Strangers_words_end_no_cell_and_begin_no_tag()
    {
        var evaluation = Card.Evaluation with
        {
            Outlets = [Card.Evaluation.Outlets[0] with { Outlet = Odd }],
            Agreements = [Card.Evaluation.Agreements[0] with { Label = Odd, File = Odd }],
        };
        var page = CardPage.Write(Card with { Evaluation = evaluation, Data = [Card.Data[0] with { File = Odd, Title = Odd, Licence = Odd }] });
        Assert.Contains("| a\\|b&lt;script>  c | 9 |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', page);
    }

    [Fact]
    public void The_drawing_is_sound_whatever_its_labels_are_called()
    {
        var drawing = XDocument.Parse(CalibrationPlot.Draw([Card.Evaluation.Agreements[0] with { Label = "<a> & b" }]));
        Assert.Contains("<a> & b", drawing.Descendants().Select(element => element.Value));
        Assert.Equal(Card.Evaluation.Agreements[0].Calibration.Length, drawing.Descendants().Count(element => element.Name.LocalName == "circle"));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("""{"evaluation": "good"}""")]
    [InlineData("""{"evaluation": {"agreements": [{"calibration": [{}, {}]}]}}""")]
    public void A_card_of_another_shape_tells_no_scores(string card) => Assert.Null(CardScores.Read(card));

    [Fact]
    public void A_card_tells_how_the_scores_were_spread() => Assert.Equal(9, CardScores.Read(Card.ToJson())!.Tenths.Length);
}
