namespace ReliabilityEngine.Learning.Cards;

/// <summary>Writes a model and its card side by side: <c>NAME.model</c>, <c>.card.json</c>, <c>.card.md</c>, <c>.calibration.svg</c>, <c>.trial.tsv</c>, <c>.sha256</c>.</summary>
public static class CardFiles
{
    /// <summary>Writes each file whole or not at all; returns the model's path.</summary>
    public static string Write(TrainingRun run, string folder)
    {
        var card = ModelCard.Of(run);
        // The folder may be published, and labels may be another's.
        var model = new ModelPackage(run.Bytes, card.ToJson(), run.Trial).Write(folder, run.Recipe.Name, withLabels: false);
        WriteWhole(PathOf(".card.md"), CardPage.Write(card));
        WriteWhole(PathOf(".calibration.svg"), CalibrationPlot.Draw(card.Evaluation.Agreements));
        return model;

        string PathOf(string ending) => Path.Combine(folder, run.Recipe.Name + ending);
    }

    static void WriteWhole(string path, string text)
    {
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }
}
