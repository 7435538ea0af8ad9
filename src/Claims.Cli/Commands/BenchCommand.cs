using System.CommandLine;
using Claims.Cli.Hosting;
using Claims.Cli.Output;
using Claims.Core.Grouping;
using Claims.Evaluation.Scale;
using Claims.Storage;
using Claims.Workers.Importing;
using Claims.Workers.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims bench</c>: measures how the product scales, on invented stories.</summary>
internal sealed class BenchCommand : Command
{
    /// <summary>The command with its subcommands.</summary>
    public BenchCommand()
        : base("bench", "Measure how cost grows with the number of claims, on invented stories") => Add(new Compare());

    /// <summary><c>claims bench compare</c>: what one more article costs in a store of many claims.</summary>
    private sealed class Compare : ClaimsCommand
    {
        private readonly Option<int> _claims = new("--claims")
        {
            Description = $"Claims in the store at the end, from {ScaleRequest.LeastClaims}",
            HelpName = "count",
            DefaultValueFactory = _ => new ScaleRequest().Claims,
        };

        private readonly Option<int> _probes = new("--probes")
        {
            Description = "Articles timed at each size",
            HelpName = "count",
            DefaultValueFactory = _ => new ScaleRequest().Probes,
        };

        private readonly Option<string?> _folder = new("--folder")
        {
            Description = "Where the database is put (default: a temporary folder); it is deleted at the end. A million claims take some gigabytes",
            HelpName = "folder",
        };

        public Compare()
            : base("compare", "Time grouping and comparing one more article at growing sizes of the store, and hold the candidate index against a full search")
        {
            Add(_claims);
            Add(_probes);
            Add(_folder);
        }

        public override IReadOnlyList<(string Line, string What)> Examples =>
        [
            ("claims bench compare", "10,000 claims: about a minute"),
            ("claims bench compare --claims 1000000 --folder /mnt/fast", "a million; the figures of docs/evaluation.md"),
        ];

        protected override async Task<int> RunAsync(Session session)
        {
            var request = new ScaleRequest { Claims = session.Get(_claims), Probes = session.Get(_probes), Workers = session.Options.Workers };
            if (request.Claims < ScaleRequest.LeastClaims || request.Probes < 1)
            {
                throw new InputException($"--claims takes a number from {ScaleRequest.LeastClaims} and --probes one from 1; they are {request.Claims} and {request.Probes}.");
            }

            var folder = session.Get(_folder) is { } parent
                ? Directory.CreateDirectory(Path.Combine(parent, $"claims-bench-{Guid.CreateVersion7():N}"))
                : Directory.CreateTempSubdirectory("claims-bench-");
            ScaleReport report;
            try
            {
                var path = Path.Combine(folder.FullName, "bench.db");
                await using var services = Composition.Build(session.Options.WithDatabase(path));
                var host = new ScaleHost(
                    services.GetRequiredService<IClaimsDatabase>(),
                    path,
                    services.GetRequiredService<IImporter>(),
                    services.GetRequiredService<IPipelineRunner>(),
                    services.GetRequiredService<ExtractionStep>(),
                    services.GetRequiredService<ComparisonStep>(),
                    services.GetRequiredService<IClaimGrouper>(),
                    session.Options);
                report = await ProgressDisplay.RunAsync(session.Terminal, progress => new ScaleBenchmark(host).RunAsync(
                    request, (what, share) => progress.Report("bench", (int)(share * 1000), 1000, what), session.Cancel));
            }
            finally
            {
                folder.Delete(recursive: true);
            }

            session.Terminal.Result(report, terminal => Show(terminal, report));
            return ExitCode.Ok;
        }

        private static void Show(Terminal terminal, ScaleReport report)
        {
            var table = new Table().Border(TableBorder.Rounded);
            foreach (var column in new[] { "Claims", "Loaded in s", "Median ms", "p95 ms", "Claims an article", "Database MB", "Most memory MB" })
            {
                table.AddColumn(column, c => c.RightAligned());
            }

            foreach (var point in report.Points)
            {
                table.AddRow(
                    $"{point.Claims:N0}", $"{point.LoadSeconds:N0}", $"{point.MedianMilliseconds:0.0}", $"{point.P95Milliseconds:0.0}",
                    $"{point.ClaimsPerProbe:0.0}", $"{point.DatabaseMegabytes:N0}", $"{point.PeakMegabytes:N0}");
            }

            terminal.Write(table);
            terminal.WriteLine(report.Exponent is { } exponent
                ? $"The cost of an article grows as the number of claims to the power of {exponent:0.00}."
                : "One size: no exponent. 30,000 claims and more have several.");
            terminal.WriteLine($"Candidates found of those that a search through everything would compare: {report.CandidateRecall:P1} of {report.CandidatePairs:N0}.");
            terminal.WriteLine($"Planted contradictions flagged: {report.PlantedFound:P1} of {report.Planted:N0}.");
        }
    }
}
