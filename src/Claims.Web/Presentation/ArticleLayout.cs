using Claims.Core.Articles;

namespace Claims.Web.Presentation;

/// <summary>A stretch of an article with what it was taken for.</summary>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Kind">What it is, or null for text that no block covers.</param>
/// <param name="Document">The story it belongs to, or null for text outside all stories.</param>
public readonly record struct ArticleBlock(TextSpan Span, BlockKind? Kind, Document? Document)
{
    /// <summary>Whether claims are looked for in it or it names its story.</summary>
    public bool IsRead => Document is not null
        && Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Title or BlockKind.Heading or BlockKind.Standfirst;
}

/// <summary>Blocks of one kind and story that follow each other.</summary>
/// <param name="Kind">What they are, or null for text that no block covers.</param>
/// <param name="Document">The story they belong to, or null.</param>
/// <param name="Blocks">The blocks, at least one.</param>
public sealed record ArticleRun(BlockKind? Kind, Document? Document, IReadOnlyList<ArticleBlock> Blocks)
{
    /// <summary>Whether claims are looked for in them or they name their story.</summary>
    public bool IsRead => Blocks[0].IsRead;
}

/// <summary>
/// All of an article's text in order, cut into blocks: those of its stories, and what no block covers, so that nothing
/// is hidden. Long articles are shown in parts.
/// </summary>
public static class ArticleLayout
{
    /// <summary>Code units of text on one page, so that a page stays under 150 KB however its text is encoded.</summary>
    public const int PartLength = 16_000;

    /// <summary>The blocks in order; together they cover every character but white space.</summary>
    public static IReadOnlyList<ArticleBlock> BlocksOf(Article article, IReadOnlyList<Document> documents)
    {
        var known = documents.Count > 0
            ? documents.SelectMany(d => d.Blocks.Select(b => new ArticleBlock(b.Span, b.Kind, d)))
            : article.Blocks.Select(b => new ArticleBlock(b.Span, b.Kind, null));
        var blocks = new List<ArticleBlock>();
        var at = 0;
        foreach (var block in known.Where(b => b.Span.Length > 0 && b.Span.Start < article.Text.Length).OrderBy(b => b.Span.Start))
        {
            AddUncovered(blocks, article.Text, at, block.Span.Start);
            var from = Math.Max(at, block.Span.Start);
            var to = Math.Min(block.Span.End, article.Text.Length);
            if (from < to)
            {
                blocks.Add(block with { Span = TextSpan.FromBounds(from, to) });
                at = to;
            }
        }

        AddUncovered(blocks, article.Text, at, article.Text.Length);
        return blocks;
    }

    /// <summary>The blocks in parts of at most <see cref="PartLength"/> code units; a block that is longer is cut.</summary>
    public static IReadOnlyList<IReadOnlyList<ArticleBlock>> PartsOf(IReadOnlyList<ArticleBlock> blocks, string text)
    {
        var parts = new List<IReadOnlyList<ArticleBlock>>();
        var part = new List<ArticleBlock>();
        var room = PartLength;
        foreach (var block in blocks)
        {
            if (block.Span.Length > room && part.Count > 0)
            {
                parts.Add(part);
                part = [];
                room = PartLength;
            }

            var rest = block;
            while (rest.Span.Length > PartLength)
            {
                var cut = rest.Span.Start + PartLength;
                cut -= char.IsLowSurrogate(text[cut]) ? 1 : 0;
                parts.Add([rest with { Span = TextSpan.FromBounds(rest.Span.Start, cut) }]);
                rest = rest with { Span = TextSpan.FromBounds(cut, rest.Span.End) };
            }

            part.Add(rest);
            room -= rest.Span.Length;
        }

        if (part.Count > 0 || parts.Count == 0)
        {
            parts.Add(part);
        }

        return parts;
    }

    /// <summary>The blocks in stretches of one kind and story.</summary>
    public static IReadOnlyList<ArticleRun> RunsOf(IReadOnlyList<ArticleBlock> blocks)
    {
        var runs = new List<ArticleRun>();
        var from = 0;
        for (var i = 1; i <= blocks.Count; i++)
        {
            if (i == blocks.Count || blocks[i].Kind != blocks[from].Kind || blocks[i].Document?.Id != blocks[from].Document?.Id)
            {
                runs.Add(new(blocks[from].Kind, blocks[from].Document, [.. blocks.Skip(from).Take(i - from)]));
                from = i;
            }
        }

        return runs;
    }

    // Text without blocks is cut at blank lines, as a reader of plain text would.
    private static void AddUncovered(List<ArticleBlock> blocks, string text, int from, int to)
    {
        while (from < to)
        {
            var blank = text.IndexOf("\n\n", from, to - from, StringComparison.Ordinal);
            var end = blank < 0 ? to : blank;
            var start = from;
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            var last = end;
            while (last > start && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            if (start < last)
            {
                blocks.Add(new(TextSpan.FromBounds(start, last), null, null));
            }

            from = end + (blank < 0 ? 0 : 2);
        }
    }
}
