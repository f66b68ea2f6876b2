using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>What is configured, from all places together.</summary>
sealed class ConfigCommand : Verb
{
    public ConfigCommand()
        : base("config", "See what is configured, and whether it is in order.", "reliability config check", "reliability config show")
    {
        Add(new CheckCommand());
        Add(new ShowCommand());
    }

    /// <summary>Every command checks the configuration first and names all that is wrong; this one does nothing else.</summary>
    sealed class CheckCommand : Verb
    {
        public CheckCommand()
            : base("check", "Name everything that is wrong with the configuration; code 1 where something is.", "reliability config check") =>
            Run(call =>
            {
                call.Terminal.Out.WriteLine("the configuration is in order");
                return ExitCode.Done;
            });
    }

    sealed class ShowCommand : Verb
    {
        const string Redacted = "(hidden)";

        static readonly string[] Secrets = ["Token", "Password", "Secret", "Key"];

        readonly FormatFeature _format;

        public ShowCommand()
            : base("show", "Print every setting in force; secrets are hidden.", "reliability config show")
        {
            _format = new(this, "table");
            Run(Show);
        }

        int Show(Call call)
        {
            var printer = _format.Printer(call, FactShape.Of);
            foreach (var (name, value) in Settings.All())
                printer.Print(new(name, value.Length > 0 && Array.Exists(Secrets, secret => name.EndsWith(secret, StringComparison.OrdinalIgnoreCase)) ? Redacted : value));
            printer.Finish();
            return ExitCode.Done;
        }
    }
}
