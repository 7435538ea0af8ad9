namespace Claims.Core.Extraction;

/// <summary>How a clause that claims something of its own hangs on the one above it.</summary>
internal enum ClauseKind
{
    /// <summary>It claims nothing of its own.</summary>
    None,

    /// <summary>The main clause of a sentence or of what is said.</summary>
    Main,

    /// <summary>Joined to the clause before, with its own subject.</summary>
    Joined,

    /// <summary>Joined to the clause before, whose subject it shares ("resigned and left the country").</summary>
    SharedSubject,

    /// <summary>A relative clause ("…, who founded the firm").</summary>
    Relative,

    /// <summary>A participle of the clause's own subject or of a noun ("…, injuring nine", "…, taken over by the state").</summary>
    Participle,

    /// <summary>A clause with a conjunction of time, cause or contrast, and its own subject.</summary>
    Adverbial,
}
