namespace Claims.Core.Grouping.Encoders;

/// <summary>Turns texts into dense vectors of length one whose dot product says how near their meanings are. Thread-safe.</summary>
public interface ITextEncoder
{
    /// <summary>Name and version of the model; a vector is comparable only with vectors of the same version.</summary>
    string Version { get; }

    /// <summary>How many numbers a vector has.</summary>
    int Dimensions { get; }

    /// <summary>One vector a text, in the order given.</summary>
    IReadOnlyList<float[]> Encode(IReadOnlyList<string> texts);
}
