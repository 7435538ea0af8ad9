using Claims.Core.Articles;

namespace Claims.Core.Naming;

/// <summary>A name that a document uses.</summary>
/// <param name="Document">Where.</param>
/// <param name="Text">As written, without title.</param>
/// <param name="Mentions">How often, from 1.</param>
public sealed record DocumentName(DocumentId Document, string Text, int Mentions);
