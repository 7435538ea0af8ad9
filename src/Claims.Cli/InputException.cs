namespace Claims.Cli;

/// <summary>What a person typed or set cannot be used; the message says what is accepted. Ends the command with <see cref="ExitCode.BadInput"/>.</summary>
internal sealed class InputException(string message) : Exception(message);
