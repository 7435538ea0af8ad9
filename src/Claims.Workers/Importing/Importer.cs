using Claims.Core.Articles;
using Claims.Core.Articles.Reading;
using Claims.Storage;
using Claims.Workers.Fetching;
using Claims.Workers.Pipeline;

namespace Claims.Workers.Importing;

/// <summary>Reads what is named and stores what is new, a batch in a transaction.</summary>
public sealed class Importer(IClaimsDatabase database, PipelineLimits limits, TimeProvider time) : IImporter
{
    // A transaction costs a sync of the disk: a batch shares one. Small enough that a kill repeats little.
    private const int BatchSize = 50;

    /// <inheritdoc/>
    public async Task<ImportReport> ImportAsync(
        IReadOnlyList<string> inputs, ImportOptions options, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        var batch = new ImportBatch(database);
        var found = Find(inputs, batch);
        var named = found.Count;
        using var fetcher = new PageFetcher(new() { MaximumBytes = options.MaximumBytes, AllowedLoopbackHosts = options.AllowedLoopbackHosts }, time);
        for (var i = 0; i < found.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var loaded = InputEnumerator.IsUrl(found[i])
                ? await FetchAsync(fetcher, found[i], cancel)
                : InputEnumerator.Load(found[i], options.MaximumBytes);
            if (loaded.Item is { } item)
            {
                var read = await ReadAsync(item, options, cancel);
                batch.Add(item.Name, read);
                if (i < named)
                {
                    Follow(item, read, found, batch);
                }
            }
            else
            {
                batch.Add(loaded.Problem!);
            }

            if (batch.Waiting >= BatchSize || i == found.Count - 1)
            {
                await batch.SaveAsync(cancel);
            }

            progress?.Report(new(i + 1, found.Count, found[i]));
        }

        return batch.Report();
    }

    /// <summary>
    /// Feeds may give headlines only. The pages of one that was fetched are fetched too; a feed file may be old and from
    /// anywhere, so its pages are named and left to whoever imported it.
    /// </summary>
    private static void Follow(InputItem item, ReadResult read, List<string> found, ImportBatch batch)
    {
        if (read.Links.IsEmpty)
        {
            return;
        }

        if (InputEnumerator.IsUrl(item.Name))
        {
            found.AddRange(read.Links.Distinct().Except(found).ToList());
        }
        else
        {
            batch.Add(new(item.Name, $"{read.Links.Length} entries have no text, only links to pages, which are not fetched for a file; the first is {read.Links[0]}.", "The URLs of the pages, or of the feed."));
        }
    }

    private static List<string> Find(IReadOnlyList<string> inputs, ImportBatch batch)
    {
        var found = new List<string>();
        foreach (var input in inputs)
        {
            if (InputEnumerator.IsUrl(input))
            {
                found.Add(input);
                continue;
            }

            found.AddRange(InputEnumerator.Find(input, out var problem));
            if (problem is not null)
            {
                batch.Add(problem);
            }
        }

        return [.. found.Distinct()];
    }

    private static async Task<LoadedInput> FetchAsync(PageFetcher fetcher, string url, CancellationToken cancel)
    {
        var result = await fetcher.FetchAsync(url, cancel: cancel);
        return new(result.Item, result.Item is null ? result.Problem ?? new(url, "The server sent nothing.", "A page or feed.") : null);
    }

    private async Task<ReadResult> ReadAsync(InputItem item, ImportOptions options, CancellationToken cancel)
    {
        var how = new ReadOptions { Now = time.GetUtcNow(), Source = options.Source, MaximumBytes = options.MaximumBytes };
        try
        {
            return await Task.Run(() => ArticleReader.Read(item, how), CancellationToken.None).WaitAsync(limits.Page, time, cancel);
        }
        catch (TimeoutException)
        {
            return ReadResult.Failed(new(item.Name, $"Reading it took longer than {limits.Page.TotalSeconds:0.#} seconds.", "A page of ordinary size."));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Readers report what they cannot read; this is a fault of ours, and still only this page's.
            return ReadResult.Failed(new(item.Name, $"Reading it failed: {e.Message}", "Please report it with the page."));
        }
    }
}
