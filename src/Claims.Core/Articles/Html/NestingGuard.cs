namespace Claims.Core.Articles.Html;

/// <summary>Counts how deep the tree will be, and leaves out the tags that would make it deeper, with their end tags.</summary>
internal sealed class NestingGuard
{
    private readonly Dictionary<string, int> _leftOut = [];
    private readonly Dictionary<string, int> _openNames = [];
    private int _depth;
    private int _foreign;

    public int Elements { get; private set; }

    /// <summary>How many tags were left out for being too deep.</summary>
    public int LeftOut { get; private set; }

    public bool Open(string name, bool isVoid, bool closesItself)
    {
        if (isVoid)
        {
            Elements++;
            return true;
        }

        // Inside drawings and formulas every tag nests.
        var counts = !closesItself || _foreign > 0;
        if (counts && _depth >= BoundedMarkup.DeepestNesting)
        {
            _leftOut[name] = _leftOut.GetValueOrDefault(name) + 1;
            LeftOut++;
            return false;
        }

        Elements++;
        if (counts)
        {
            _depth++;
            _openNames[name] = _openNames.GetValueOrDefault(name) + 1;
        }

        _foreign += name == "math" ? 1 : 0;
        return true;
    }

    public bool Close(string name)
    {
        if (_leftOut.TryGetValue(name, out var count) && count > 0)
        {
            _leftOut[name] = count - 1;
            return false;
        }

        if (_openNames.TryGetValue(name, out var open) && open > 0)
        {
            _openNames[name] = open - 1;
            _depth--;
            _foreign -= name == "math" && _foreign > 0 ? 1 : 0;
        }

        return true;
    }
}
