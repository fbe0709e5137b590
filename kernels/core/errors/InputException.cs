namespace Catapult.Kernels;

/// <summary>
/// Bad input from the user: a file, an option or a value that cannot be used. The message is one whole sentence
/// that names what is wrong, the values and the remedy; a program prints it and exits with status 2.
/// </summary>
public sealed class InputException(string message, Exception? inner = null) : Exception(message, inner);
