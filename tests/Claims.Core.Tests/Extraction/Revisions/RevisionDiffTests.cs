using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Extraction.Revisions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Claims.Core.Tests.Extraction.Revisions;

public sealed class RevisionDiffTests
{
    [Fact]
    public void Between_NamesACorrection_WhenOnlyAFigureChanged()
    {
        var before = Claims("The harbour office said nine sailors died.", 9);
        var after = Claims("The harbour office said 11 sailors died.", 11);

        var diff = RevisionDiff.Between(before, after);

        var changed = Assert.Single(diff.Changed);
        Assert.True(changed.FiguresChanged);
        Assert.Empty(diff.Added);
        Assert.Empty(diff.Withdrawn);
    }

    [Fact]
    public void Between_NamesAddedAndWithdrawn_WhenTheWordsAreOthers()
    {
        var diff = RevisionDiff.Between(
            [.. Claims("Divers searched the wreck at dawn."), .. Claims("The captain had been drinking, a witness claimed.", start: 100)],
            [.. Claims("Divers searched the wreck at dawn."), .. Claims("Relatives gathered outside the ministry in Velm.", start: 200)]);

        Assert.Single(diff.Unchanged);
        Assert.Equal("Relatives gathered outside the ministry in Velm.", Assert.Single(diff.Added).Quote);
        Assert.Equal("The captain had been drinking, a witness claimed.", Assert.Single(diff.Withdrawn).Quote);
        Assert.Empty(diff.Changed);
    }

    [Fact]
    public void Between_KeepsEveryClaimExactlyOnce_WhateverTheRevisions()
    {
        var sentence = Gen.Elements("Nine died.", "Ten died.", "Nine died at sea.", "The port closed.", "The port closed on Monday.", "", "…");
        var revision = Gen.ListOf(sentence).Select(list => list.SelectMany((text, i) => Claims(text, start: i * 100)).ToArray());
        Prop.ForAll(revision.ToArbitrary(), revision.ToArbitrary(), (before, after) =>
        {
            var diff = RevisionDiff.Between(before, after);
            var later = diff.Unchanged.Concat(diff.Added).Concat(diff.Changed.Select(c => c.After));
            return later.Select(c => c.Ordinal).Order().SequenceEqual(after.Select(c => c.Ordinal).Order())
                && diff.Unchanged.Length + diff.Withdrawn.Length + diff.Changed.Length == before.Length;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Between_ChangesNothing_WhenTheRevisionIsTheSame()
    {
        var claims = Claims("The port closed.").ToArray();

        var diff = RevisionDiff.Between(claims, claims);

        Assert.Equal(claims, diff.Unchanged);
        Assert.Empty(diff.Changed);
    }

    private static Claim[] Claims(string text, double? figure = null, int start = 0)
    {
        var document = new DocumentId("document");
        var span = new TextSpan(start, text.Length);
        return
        [
            new()
            {
                Id = new($"{start}-{text}-{Guid.NewGuid():N}"),
                DocumentId = document,
                ArticleId = new("article"),
                Ordinal = start,
                Span = span,
                Sentence = span,
                Quote = text,
                Text = text,
                Quantities = figure is { } value ? [new() { Span = span, Text = text, Lower = value, Best = value, Upper = value }] : [],
            },
        ];
    }
}
