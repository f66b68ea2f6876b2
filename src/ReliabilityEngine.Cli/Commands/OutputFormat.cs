using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands;

enum OutputFormat : byte
{
    Table,
    Json,
    JsonLines,
    Csv,
}

/// <summary>How a command prints its result.</summary>
sealed class FormatFeature
{
    static readonly Dictionary<string, OutputFormat> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["table"] = OutputFormat.Table,
        ["json"] = OutputFormat.Json,
        ["jsonl"] = OutputFormat.JsonLines,
        ["csv"] = OutputFormat.Csv,
    };

    readonly Option<string> _format;

    public FormatFeature(Command command, string defaultName)
    {
        _format = new("--format")
        {
            Description = "How to print the result: table, json, jsonl or csv.",
            HelpName = "table|json|jsonl|csv",
            DefaultValueFactory = _ => defaultName,
        };
        _format.AcceptOnlyFromAmong([.. Names.Keys]);
        command.Add(_format);
    }

    public OutputFormat Of(ParseResult parsed) => Names[parsed.GetValue(_format)!];
}
