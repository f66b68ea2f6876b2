using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Learning.Tests;

/// <summary>Recipes and examples that tests train with.</summary>
static class Recipes
{
    public const string Sound = """
        {
          "target": "reliability",
          "learner": "linear",
          "seed": 1,
          "split": "outlet",
          "range": [0, 100],
          "files": [
            {"file": "a.jsonl", "sha256": "0000000000000000000000000000000000000000000000000000000000000000", "title": "A", "licence": "none"}
          ],
          "train": [
            {"name": "reliability", "file": "a.jsonl", "label": "reliability", "weight": 1}
          ],
          "auxiliary": [],
          "penalty": 0.7,
          "auxiliaryWeight": 0.1,
          "featureWeight": 0.5,
          "ngrams": [
            {"part": "body", "unit": "words", "sizes": [1, 2], "bits": 12, "weight": 1}
          ],
          "minimumDocuments": 2,
          "folds": 10,

          "coverage": 0.9
        }
        """;

    /// <summary>A recipe over the labelled articles that ship with the engine.</summary>
    public static Recipe OverLabelledArticles() =>
        RecipeFile.Parse(Sound, "sound.json").WithFiles(Directory.GetFiles(Repository.PathOf("data", "labelled"), "*.jsonl").Order(StringComparer.Ordinal));

    public static TrainingRun Train(Recipe recipe) =>
        Training.Run(recipe, ExampleFile.ReadAll(recipe, null, OutletNames.Default), CancellationToken.None);
}
