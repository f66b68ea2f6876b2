using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Learning;

namespace ReliabilityEngine.Cli.Commands.Models;

/// <summary>What a recipe can name as its learner.</summary>
sealed class ModelsLearnersCommand : Verb
{
    readonly FormatFeature _format;

    public ModelsLearnersCommand()
        : base("learners", "List the learners that recipes can name: those of this build, and how to get the others.", "reliability models learners")
    {
        _format = new(this, "table");
        Run(call =>
        {
            var printer = _format.Printer(call, Rows);
            foreach (var learner in Learners.All)
                printer.Print(learner);
            printer.Finish();
            if (_format.IsTable(call) && Learners.All.Any(learner => learner.Learner is null))
                call.Terminal.Out.WriteLine($"\n{KnownLearner.Remedy}");
            return ExitCode.Done;
        });
    }

    static ResultShape<KnownLearner> Rows { get; } = new(
        (json, learner) =>
        {
            json.WriteStartObject();
            json.WriteString("learner", learner.Name);
            json.WriteBoolean("built_in", learner.Learner is not null);
            json.WriteString("description", learner.Description);
            json.WriteString("remedy", RemedyOf(learner));
            json.WriteEndObject();
        },
        [
            new("learner", learner => learner.Name), new("built_in", learner => learner.Learner is not null ? "yes" : "no"),
            new("description", learner => learner.Description), new("remedy", RemedyOf),
        ],
        [new("learner", learner => learner.Name), new("in this build", learner => learner.Learner is not null ? "yes" : "no")],
        learner => [learner.Description]);

    static string? RemedyOf(KnownLearner learner) => learner.Learner is null ? KnownLearner.Remedy : null;
}
