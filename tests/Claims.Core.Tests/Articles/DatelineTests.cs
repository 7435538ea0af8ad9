using Claims.Core.Articles;
using Xunit;

namespace Claims.Core.Tests.Articles;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("BRUNN, Morra, May 4 (Delta Press) - Two ships collided.", "Two ships collided.")]
    [InlineData("BRUNN (DP) — Two ships collided.", "Two ships collided.")]
    [InlineData("BRUNN — Two ships collided.", "Two ships collided.")]
    [InlineData("SAN MARO DEL SUR, 4 May 2026 -- \"We saw it,\" a sailor said.", "\"We saw it,\" a sailor said.")]
    [InlineData("(Delta Press) - Two ships collided.", "Two ships collided.")]
    [InlineData("Brunn on Sill – Two ships collided.", "Two ships collided.")]
    [InlineData("BRUNN, Sept. 14 (Delta Press) – 14 sailors died.", "14 sailors died.")]
    public void LengthIn_CoversPlaceDateAndAgency(string text, string sentence) =>
        Assert.Equal(sentence, text[Dateline.LengthIn(text)..]);

    [Theory]
    [InlineData("Two ships collided off Brunn — a port in the north — on Monday.")]
    [InlineData("Brunn – a port in the north – was closed.")]
    [InlineData("The Harbour Front—a coalition of parties—has split.")]
    [InlineData("Coast-guard boats reached the wreck.")]
    [InlineData("Talks failed - again.")]
    [InlineData("In 2019 - The Year Of Storms - nobody sailed.")]
    [InlineData("(")]
    [InlineData("— Two ships collided.")]
    [InlineData("")]
    public void LengthIn_IsZero_WhenThereIsNoDateline(string text) => Assert.Equal(0, Dateline.LengthIn(text));
}
