using Claims.Core.Language.Training;
using Xunit;

namespace Claims.Core.Tests.Language;

public sealed class LanguageEvaluationTests
{
    [Fact]
    public void Evaluate_IsAboveTheFloors()
    {
        var folder = TreebankFolder();
        if (folder is null)
        {
            Assert.Skip("The treebanks are not here: no ../shared/data/treebank beside the checkout, and CLAIMS_SHARED names none.");
        }

        foreach (var figures in LanguageEvaluation.Evaluate(folder))
        {
            TestContext.Current.SendDiagnosticMessage(figures.ToString());
            Assert.True(figures.Tags >= 0.945, figures.ToString());
            Assert.True(figures.Unlabelled >= 0.85, figures.ToString());
            Assert.True(figures.Labelled >= 0.81, figures.ToString());
            if (figures.Name == "gum-news")
            {
                Assert.True(figures.SentenceF1 >= 0.945, figures.ToString());
            }
        }
    }

    private static string? TreebankFolder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Claims.sln")))
        {
            at = at.Parent;
        }

        var shared = Environment.GetEnvironmentVariable("CLAIMS_SHARED") ?? (at?.Parent is null ? null : Path.Combine(at.Parent.FullName, "shared"));
        var folder = shared is null ? null : Path.Combine(shared, "data", "treebank");
        return Directory.Exists(folder) ? folder : null;
    }
}
