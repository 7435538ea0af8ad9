namespace Claims.Core.Extraction;

/// <summary>How firmly a claim is put forward.</summary>
public enum Modality
{
    /// <summary>Stated as a fact by the outlet.</summary>
    Asserted,

    /// <summary>Stated as said by someone else.</summary>
    Reported,

    /// <summary>Someone denies it; the claim is what is denied, its polarity already turned.</summary>
    Denied,

    /// <summary>To come or intended ("plans to contest").</summary>
    Planned,

    /// <summary>Hangs on an "if" or "should".</summary>
    Conditional,

    /// <summary>Possible or doubted ("may indicate", "appears", "likely").</summary>
    Uncertain,

    /// <summary>A judgement, not checkable.</summary>
    Opinion,

    /// <summary>A question.</summary>
    Question,
}
