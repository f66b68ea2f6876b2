using System.Xml.Linq;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>Children by local name: feeds get their namespaces wrong too often to be asked for them, but for those given here.</summary>
static class XmlText
{
    public static XElement? Child(this XElement element, string name, string? space = null) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name && (space is null || child.Name.NamespaceName == space));

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    /// <summary>Null where there is none, or it is empty.</summary>
    public static string? Text(this XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;
}
