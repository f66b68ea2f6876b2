using System.Xml;
using System.Xml.Linq;
using ReliabilityEngine.Cli.Ingestion.Pages;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>XML from strangers: no document types, no entities of their own, nothing loaded from elsewhere, no endless nesting.</summary>
static class SafeXml
{
    const int DeepestNesting = 64;

    public static XElement Load(ReadOnlyMemory<byte> bytes, string? charset = null) => Guarded(() =>
    {
        CheckNesting(bytes, charset);
        using var reader = Reader(bytes, charset);
        return XElement.Load(reader);
    });

    /// <summary>Bytes that are no text, in the first line of a document, make .NET's reader fail on itself.</summary>
    public static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception defect) when (defect is not (XmlException or IOException))
        {
            throw new XmlException("no text that XML may have", defect);
        }
    }

    public static XmlReader Reader(Stream stream) => XmlReader.Create(stream, Settings());

    /// <summary>For those who wrote the file, not for those who call the reader.</summary>
    public static string Explain(XmlException error) =>
        error.Message.Contains("DTD", StringComparison.Ordinal) ? "a document type (<!DOCTYPE …>) in it, which is not read" : error.Message;

    /// <summary>The header wins over the document (RFC 7303): a document of another encoding than it says is common.</summary>
    static XmlReader Reader(ReadOnlyMemory<byte> bytes, string? charset) => charset is null
        ? Reader(new MemoryStream(bytes.ToArray()))
        : XmlReader.Create(new StringReader(PageText.Decode(bytes.Span, charset).TrimStart()), Settings());

    static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    static void CheckNesting(ReadOnlyMemory<byte> bytes, string? charset)
    {
        using var reader = Reader(bytes, charset);
        while (reader.Read())
        {
            if (reader.Depth > DeepestNesting)
                throw new XmlException($"elements more than {DeepestNesting} deep in one another");
        }
    }
}
