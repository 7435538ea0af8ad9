using Claims.Core.Extraction;
using Xunit;

namespace Claims.Core.Tests.Extraction;

/// <summary>Spellings of one name meet in one key.</summary>
public sealed class NameKeyTests
{
    [Theory]
    [InlineData("José Ruíz", "Jose Ruiz")]
    [InlineData("Łódar", "Lodar")]
    [InlineData("Jose\u0301 Ruiz", "Jose Ruiz")]
    [InlineData("Al-Karsin", "Karsin")]
    public void Normalized_LeavesOutAccentsAndArticles(string written, string plain) => Assert.Equal(NameKey.Normalized(plain), NameKey.Normalized(written));

    [Fact]
    public void Normalized_TakesLoneSurrogates() => Assert.Equal("orm", NameKey.Normalized("Orm\uD83D"));
}
