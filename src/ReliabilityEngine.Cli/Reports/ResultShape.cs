using System.Text.Json;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>How the items of a result look in each format.</summary>
/// <param name="Notes">Lines below an item's row in a table.</param>
sealed record ResultShape<T>(
    Action<Utf8JsonWriter, T> Json,
    IReadOnlyList<CsvColumn<T>> Csv,
    IReadOnlyList<TableColumn<T>> Table,
    Func<T, IEnumerable<string>>? Notes = null);
