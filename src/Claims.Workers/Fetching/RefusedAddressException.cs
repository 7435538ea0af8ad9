namespace Claims.Workers.Fetching;

/// <summary>A host leads to an address that is not of the public internet.</summary>
public sealed class RefusedAddressException(string message) : IOException(message);
