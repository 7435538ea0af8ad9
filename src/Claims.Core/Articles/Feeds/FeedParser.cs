using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace Claims.Core.Articles.Feeds;

/// <summary>
/// Reads RSS 0.9x, 1.0 (RDF) and 2.0, Atom 0.3 and 1.0, and CDF. Elements are known by their local names, because feeds mix
/// and misspell namespaces. No document type is read, nothing is resolved.
/// </summary>
public static class FeedParser
{
    /// <summary>Feeds nest about ten deep, XHTML content some dozens; deeper ones are made to overflow a stack.</summary>
    private const int DeepestNesting = 256;

    /// <summary>Reads the feed; never throws for what the text holds.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="url">Where it stands, to make links absolute; or null.</param>
    public static ParsedFeed Parse(string xml, string? url)
    {
        ArgumentNullException.ThrowIfNull(xml);
        var mended = XmlRepair.Mend(xml, out var prefixes);
        var root = RootOf(mended, prefixes, out var problem);
        if (root is null || !IsFeed(root))
        {
            return new ParsedFeed(false, null, null, null, [], problem ?? $"It is XML with the root element <{root}>.");
        }

        var builder = new Builder(url);
        try
        {
            using var reader = Open(mended, prefixes);
            builder.Read(reader);
        }
        catch (XmlException e)
        {
            problem = $"It breaks off at line {e.LineNumber}: {e.Message}";
        }
        catch (InvalidOperationException e)
        {
            problem = $"It breaks off: {e.Message}";
        }

        return builder.Build(problem);
    }

    private static bool IsFeed(string root) => root.ToLowerInvariant() is "rss" or "rdf" or "feed" or "channel" or "entry" or "redirect";

    /// <summary>Local name of the root, or null with the reason why it is not XML or not safe to build in memory.</summary>
    private static string? RootOf(string xml, HashSet<string> prefixes, out string? problem)
    {
        string? root = null;
        problem = null;
        try
        {
            using var reader = Open(xml, prefixes);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    root ??= reader.LocalName;
                }

                if (reader.Depth > DeepestNesting)
                {
                    problem = $"It is nested more than {DeepestNesting} deep.";
                    return null;
                }
            }
        }
        catch (XmlException e)
        {
            problem = root is null ? $"It is not XML: {e.Message}" : null;
        }

        return root;
    }

    private static XmlReader Open(string xml, HashSet<string> prefixes)
    {
        var names = new NameTable();
        var namespaces = new XmlNamespaceManager(names);
        foreach (var prefix in prefixes)
        {
            if (prefix is not ("xml" or "xmlns"))
            {
                namespaces.AddNamespace(prefix, $"undeclared:{prefix}");
            }
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            NameTable = names,
            CheckCharacters = false,
            ConformanceLevel = ConformanceLevel.Document,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        return XmlReader.Create(new StringReader(xml), settings, new XmlParserContext(names, namespaces, null, XmlSpace.None));
    }

    /// <summary>Collects entries and what the feed says of itself while the document is read.</summary>
    private sealed class Builder(string? url)
    {
        private readonly ImmutableArray<FeedEntry>.Builder _entries = ImmutableArray.CreateBuilder<FeedEntry>();
        private string? _base = url;
        private string? _title;
        private string? _link;
        private string? _language;

        public void Read(XmlReader reader)
        {
            while (!reader.EOF)
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    reader.Read();
                    continue;
                }

                var name = reader.LocalName.ToLowerInvariant();
                if (name is "rss" or "rdf" or "feed" or "channel" or "items" && !(name == "items" && reader.IsEmptyElement))
                {
                    _base = FeedLinks.Resolve(reader.GetAttribute("xml:base"), _base) ?? _base;
                    _language ??= reader.GetAttribute("xml:lang");
                    reader.Read();
                }
                else if (name is "item" or "entry")
                {
                    // Read whole, so that an entry that breaks off is left out and the ones before it stay.
                    var entry = (XElement)XNode.ReadFrom(reader);
                    _entries.Add(EntryReader.Read(entry, _base));
                }
                else
                {
                    var element = (XElement)XNode.ReadFrom(reader);
                    ReadOwn(name, element);
                }
            }
        }

        public ParsedFeed Build(string? problem) => new(true, _title, _link, _language, _entries.ToImmutable(), problem);

        private void ReadOwn(string name, XElement element)
        {
            switch (name)
            {
                case "title":
                    _title ??= FeedText.Plain(element);
                    break;
                case "link":
                    _link ??= FeedLinks.Of(element, _base);
                    break;
                case "language":
                    _language ??= FeedText.Plain(element);
                    break;
            }
        }
    }
}
