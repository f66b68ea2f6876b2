using System.Buffers;
using System.IO.Pipelines;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>Standard input: its first character tells the format, where nothing else does.</summary>
static class StandardInput
{
    /// <summary>What stands for it on the command line.</summary>
    public const string Argument = "-";

    public static InputSource Source { get; } = new("<stdin>", Open);

    /// <summary>A stream of JSON Lines, whatever it begins with.</summary>
    public static InputSource Lines { get; } = new("<stdin>", () => new(Console.OpenStandardInput(), InputFormat.JsonLines));

    static OpenInput Open()
    {
        var reader = PipeReader.Create(Console.OpenStandardInput());
        var format = FirstByte(reader) switch
        {
            (byte)'{' => InputFormat.JsonLines,
            (byte)'<' => InputFormat.Html,
            _ => InputFormat.Text,
        };
        return new(reader.AsStream(), format);
    }

    /// <summary>The first byte that is no white space and no byte order mark, left to be read again.</summary>
    static byte? FirstByte(PipeReader reader)
    {
        while (true)
        {
            var read = reader.ReadAsync().AsTask().GetAwaiter().GetResult();
            var head = read.Buffer.ToArray().AsSpan();
            var first = head.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
            var isDecided = first >= 0 || read.IsCompleted || head.Length > 4096;
            reader.AdvanceTo(read.Buffer.Start, isDecided ? read.Buffer.Start : read.Buffer.End);
            if (isDecided)
                return first >= 0 ? head[first] : null;
        }
    }
}
