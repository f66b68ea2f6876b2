using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>A name and a value a row.</summary>
static class FactShape
{
    public static ResultShape<DatabaseFact> Of { get; } = new(
        (json, fact) =>
        {
            json.WriteStartObject();
            json.WriteString("fact", fact.Name);
            if (fact.Number is { } number)
                json.WriteNumber("value", number);
            else
                json.WriteString("value", fact.Value);
            json.WriteEndObject();
        },
        [new("fact", fact => fact.Name), new("value", fact => (object?)fact.Number ?? fact.Value)],
        [new("fact", fact => fact.Name), new("value", fact => fact.Value)]);
}
