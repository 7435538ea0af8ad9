using System.Text;
using AngleSharp.Dom;

namespace Claims.Core.Articles.Html;

/// <summary>
/// An element or text of a page, in a tree made for looking at and taking apart: siblings are linked, so that one is taken
/// out or passed in constant time, and what is counted of an element is kept until something inside it changes.
/// (The parser's own tree finds a next sibling by searching its parent, which is quadratic on long flat pages.)
/// </summary>
internal sealed class ContentNode
{
    private NodeCounts? _counts;

    private ContentNode(string tag, string? text)
    {
        Tag = tag;
        Text = text;
    }

    /// <summary>Name of the element in capitals; empty for text.</summary>
    public string Tag { get; private set; }

    /// <summary>The text of a text node; null for elements.</summary>
    public string? Text { get; }

    public bool IsText => Text is not null;

    public string Class { get; private set; } = "";

    public string Id { get; private set; } = "";

    /// <summary>The parser's element, for its attributes; null for elements that were made up.</summary>
    public IElement? Element { get; private set; }

    public ContentNode? Parent { get; private set; }

    public ContentNode? First { get; private set; }

    public ContentNode? Last { get; private set; }

    public ContentNode? Next { get; private set; }

    public ContentNode? Previous { get; private set; }

    /// <summary>What is counted of it and everything inside.</summary>
    public NodeCounts Counts => _counts ??= NodeCounts.Of(this);

    /// <summary>A tree of its own of what is inside <paramref name="element"/>, without scripts.</summary>
    public static ContentNode Of(IElement element)
    {
        var node = Make(element.TagName);
        node.Element = element;
        node.Class = element.ClassName ?? "";
        node.Id = element.Id ?? "";
        foreach (var child in element.ChildNodes)
        {
            if (child.NodeType == NodeType.Text)
            {
                node.Append(new ContentNode("", child.TextContent));
            }
            else if (child is IElement inner && inner.TagName is not ("SCRIPT" or "STYLE" or "TITLE" or "META" or "LINK"))
            {
                node.Append(Of(inner));
            }
        }

        return node;
    }

    /// <summary>An element that is not in any tree yet.</summary>
    public static ContentNode Make(string tag) => new(tag, null);

    public string? Attribute(string name) => Element?.GetAttribute(name);

    /// <summary>The elements and texts right inside it; it may be changed behind the one that is given.</summary>
    public IEnumerable<ContentNode> Nodes()
    {
        for (var child = First; child is not null;)
        {
            var next = child.Next;
            yield return child;
            child = next;
        }
    }

    /// <summary>The elements right inside it.</summary>
    public IEnumerable<ContentNode> Children() => Nodes().Where(n => !n.IsText);

    /// <summary>Every element inside it that has one of the names, in order; all elements where none is named.</summary>
    public List<ContentNode> Inside(params ReadOnlySpan<string> tags)
    {
        var found = new List<ContentNode>();
        for (var node = Following(this); node is not null; node = node.Following(this))
        {
            if (!node.IsText && (tags.IsEmpty || tags.Contains(node.Tag)))
            {
                found.Add(node);
            }
        }

        return found;
    }

    /// <summary>The node after it in reading order inside <paramref name="root"/>, or null.</summary>
    public ContentNode? Following(ContentNode root) => First ?? Beside(root);

    /// <summary>The node after it and everything inside it.</summary>
    public ContentNode? Beside(ContentNode root)
    {
        for (var node = this; node is not null && node != root; node = node.Parent)
        {
            if (node.Next is not null)
            {
                return node.Next;
            }
        }

        return null;
    }

    public bool IsInside(string tag, int deepest = int.MaxValue)
    {
        var depth = 0;
        for (var around = Parent; around is not null && depth <= deepest; around = around.Parent, depth++)
        {
            if (around.Tag == tag)
            {
                return true;
            }
        }

        return false;
    }

    public void Append(ContentNode child)
    {
        child.Remove();
        child.Parent = this;
        child.Previous = Last;
        if (Last is null)
        {
            First = child;
        }
        else
        {
            Last.Next = child;
        }

        Last = child;
        Changed();
    }

    public void Remove()
    {
        if (Parent is null)
        {
            return;
        }

        if (Previous is null)
        {
            Parent.First = Next;
        }
        else
        {
            Previous.Next = Next;
        }

        if (Next is null)
        {
            Parent.Last = Previous;
        }
        else
        {
            Next.Previous = Previous;
        }

        Parent.Changed();
        (Parent, Previous, Next) = (null, null, null);
    }

    /// <summary>Puts <paramref name="other"/> where it stands.</summary>
    public void ReplaceBy(ContentNode other)
    {
        other.Remove();
        var (parent, previous, next) = (Parent!, Previous, Next);
        (other.Parent, other.Previous, other.Next) = (parent, previous, next);
        if (previous is null)
        {
            parent.First = other;
        }
        else
        {
            previous.Next = other;
        }

        if (next is null)
        {
            parent.Last = other;
        }
        else
        {
            next.Previous = other;
        }

        (Parent, Previous, Next) = (null, null, null);
        parent.Changed();
    }

    public void Rename(string tag)
    {
        Tag = tag;
        Changed();
    }

    /// <summary>The words inside it with white space collapsed.</summary>
    public string Words()
    {
        var text = new StringBuilder();
        for (var node = IsText ? this : Following(this); node is not null; node = node == this ? null : node.Following(this))
        {
            foreach (var c in node.Text ?? "")
            {
                if (!char.IsWhiteSpace(c))
                {
                    text.Append(c);
                }
                else if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }
            }
        }

        return text.ToString().TrimEnd();
    }

    private void Changed()
    {
        // Where an element was not counted, nothing around it was either.
        for (var node = this; node?._counts is not null; node = node.Parent)
        {
            node._counts = null;
        }
    }
}
