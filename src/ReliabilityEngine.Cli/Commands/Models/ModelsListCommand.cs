using System.Globalization;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands.Models;

/// <summary>One row a model.</summary>
sealed class ModelsListCommand : Verb
{
    readonly RegistryFeature _registry;
    readonly FormatFeature _format;

    public ModelsListCommand()
        : base("list", "List the models: those in use, candidates, retired ones.", "reliability models list --format csv")
    {
        _registry = new(this);
        _format = new(this, "table");
        Run(call => _registry.With(call, (registry, _) =>
        {
            var printer = _format.Printer(call, Rows);
            foreach (var model in registry.Models.All())
                printer.Print(model);
            printer.Finish();
            return ExitCode.Done;
        }));
    }

    static ResultShape<RegisteredModel> Rows { get; } = new(
        (json, model) =>
        {
            json.WriteStartObject();
            json.WriteString("target", model.Target);
            json.WriteString("version", model.Version);
            json.WriteString("state", model.State);
            json.WriteString("origin", model.Origin);
            json.WriteString("stored_at", model.StoredAt);
            json.WriteNumber("bytes", model.Size);
            json.WriteString("extractor", model.Extractor);
            if (model.Correlation is { } r)
                json.WriteNumber("r", Numbers.Measurement(r));
            else
                json.WriteNull("r");
            json.WriteEndObject();
        },
        [
            new("target", model => model.Target), new("version", model => model.Version), new("state", model => model.State), new("origin", model => model.Origin),
            new("stored_at", model => model.StoredAt), new("bytes", model => model.Size), new("extractor", model => model.Extractor), new("r", model => model.Correlation),
        ],
        [
            new("target", model => model.Target), new("version", model => model.Version), new("state", model => model.State), new("origin", model => model.Origin),
            new("stored", model => model.StoredAt[..10]), new("r", model => model.Correlation?.ToString("0.000", CultureInfo.InvariantCulture) ?? Numbers.Dash, AlignRight: true),
            new("articles", model => model.Articles is { } articles ? Numbers.Whole(articles) : Numbers.Dash, AlignRight: true),
            new("kB", model => Numbers.Whole(model.Size / 1024.0), AlignRight: true),
        ]);
}
