namespace ReliabilityEngine.Learning.Cards;

/// <summary>Writes a model and its card side by side: <c>NAME.model</c>, <c>.card.json</c>, <c>.card.md</c>, <c>.calibration.svg</c>, <c>.trial.tsv</c>.</summary>
public static class CardFiles
{
    /// <summary>Writes each file whole or not at all; returns the model's path.</summary>
    public static string Write(TrainingRun run, string folder)
    {
        Directory.CreateDirectory(folder);
        var card = ModelCard.Of(run);
        WriteWhole(PathOf(".card.json"), card.ToJson());
        WriteWhole(PathOf(".card.md"), CardPage.Write(card));
        WriteWhole(PathOf(".calibration.svg"), CalibrationPlot.Draw(card.Evaluation.Agreements));
        // This folder may be published; labels may be another's.
        WriteWhole(PathOf(".trial.tsv"), run.Trial.ToText(withLabels: false));
        var model = PathOf(".model");
        File.WriteAllBytes(model + ".new", run.Bytes);
        File.Move(model + ".new", model, overwrite: true);
        return model;

        string PathOf(string ending) => Path.Combine(folder, run.Recipe.Name + ending);
    }

    static void WriteWhole(string path, string text)
    {
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }
}
