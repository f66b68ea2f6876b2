namespace ReliabilityEngine.Cli.Commands.Models;

/// <summary>The registry of models.</summary>
sealed class ModelsCommand : Verb
{
    public ModelsCommand()
        : base(
            "models", "List the models and put others in use.",
            "reliability models list", "reliability models promote 1f2e3d", "reliability models rollback reliability")
    {
        Add(new ModelsListCommand());
        Add(new ModelsShowCommand());
        Add(new ModelsCompareCommand());
        Add(new ModelsLearnersCommand());
        Add(new ModelsPromoteCommand());
        Add(new ModelsRollbackCommand());
        Add(new ModelsExportCommand());
        Add(new ModelsImportCommand());
    }
}
