using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>An object a line, each on its way as soon as it is there; between brackets where an array is asked for.</summary>
sealed class JsonPrinter<T>(Stream output, bool asArray, Action<Utf8JsonWriter, T> write) : ResultPrinter<T>
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly ArrayBufferWriter<byte> _buffer = new();
    bool _isFirst = true;

    public override void Print(T item)
    {
        _buffer.ResetWrittenCount();
        if (asArray)
            _buffer.Write(_isFirst ? "[\n"u8 : ",\n"u8);
        _isFirst = false;
        using (var json = new Utf8JsonWriter(_buffer, Options))
            write(json, item);
        if (!asArray)
            _buffer.Write("\n"u8);
        Send();
    }

    public override void Finish()
    {
        if (!asArray)
            return;
        _buffer.ResetWrittenCount();
        _buffer.Write(_isFirst ? "[]\n"u8 : "\n]\n"u8);
        Send();
    }

    void Send()
    {
        output.Write(_buffer.WrittenSpan);
        output.Flush();
    }
}
