using Claims.Core.Articles;

namespace Claims.Core.Naming;

/// <summary>A short form that a document explains itself: "the Harbour Workers Union (HWU)".</summary>
/// <param name="Document">Where.</param>
/// <param name="Short">The short form as written.</param>
/// <param name="Long">The name that it stands for, as written.</param>
public sealed record NameDeclaration(DocumentId Document, string Short, string Long);
