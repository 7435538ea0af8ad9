using Claims.Core.Articles;
using Claims.Core.Articles.Reading;
using Claims.Storage;

namespace Claims.Workers.Importing;

/// <summary>Collects what was read, stores it a batch at a time, and keeps the account.</summary>
internal sealed class ImportBatch(IClaimsDatabase database)
{
    private readonly List<(string Name, Article Article)> waiting = [];
    private readonly List<ImportMessage> warnings = [];
    private readonly List<ImportMessage> problems = [];
    private int added;
    private int unchanged;
    private int revisions;

    /// <summary>How many articles wait to be stored.</summary>
    public int Waiting => waiting.Count;

    /// <summary>How many articles were new so far.</summary>
    public int Added => added;

    /// <summary>Takes what was read from one input.</summary>
    public void Add(string name, ReadResult result)
    {
        waiting.AddRange(result.Articles.Select(article => (name, article)));
        foreach (var problem in result.Problems)
        {
            Add(problem);
        }
    }

    /// <summary>Takes something that could not be read.</summary>
    public void Add(ImportProblem problem) => problems.Add(new(problem.Name, $"{problem.Message} {problem.Accepted}"));

    /// <summary>Stores what waits.</summary>
    public async Task SaveAsync(CancellationToken cancel)
    {
        var outcome = await database.Articles.AddAsync([.. waiting.Select(item => item.Article)], cancel);
        foreach (var ((name, article), result) in waiting.Zip(outcome))
        {
            if (!result.Added)
            {
                unchanged++;
                continue;
            }

            added++;
            revisions += result.Revision > 1 ? 1 : 0;
            warnings.AddRange(article.Warnings.Select(warning => new ImportMessage(name, warning)));
        }

        waiting.Clear();
    }

    /// <summary>What it came to.</summary>
    public ImportReport Report() => new(added, unchanged, revisions, warnings, problems);
}
