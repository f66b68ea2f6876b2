using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Measures what the engine finds in articles, and what it makes of them.</summary>
sealed class EvaluateCommand : Verb
{
    public EvaluateCommand()
        : base(
            "evaluate", "Measure what the engine finds, or what a recipe's models are worth.",
            "reliability evaluate extraction --gold annotated",
            "reliability evaluate model --recipe models/bias.recipe.json --data ../corpora")
    {
        Add(new EvaluateExtractionCommand());
        Add(new EvaluateModelCommand());
    }
}
