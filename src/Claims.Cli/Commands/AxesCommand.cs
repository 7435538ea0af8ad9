using System.CommandLine;
using Claims.Cli.Output;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Language;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims axes</c>: the narrative axes and what they make of a text.</summary>
internal sealed class AxesCommand : Command
{
    /// <summary>The command with its subcommand.</summary>
    public AxesCommand()
        : base("axes", "The narrative axes of models/axes and what they make of a text") => Add(new Test());

    /// <summary><c>claims axes test</c>: how each sentence of a file lands on each axis.</summary>
    private sealed class Test : ClaimsCommand
    {
        private const long LargestFile = 1024 * 1024;

        private readonly Argument<string> _file = new("file") { Description = "A text file in UTF-8, up to 1 MiB" };
        private readonly Option<bool> _all = new("--all") { Description = "The opposites of the lexicon too" };

        public Test()
            : base("test", "Show where each sentence of a file lands on each axis, with the words that weigh")
        {
            Add(_file);
            Add(_all);
        }

        public override IReadOnlyList<(string Line, string What)> Examples =>
        [
            ("claims axes test statement.txt", "narrative axes only"),
            ("claims axes test statement.txt --all --json", "every scale, for a program"),
        ];

        protected override async Task<int> RunAsync(Session session)
        {
            var file = new FileInfo(session.Get(_file)!);
            if (!file.Exists)
            {
                throw new InputException($"There is no file '{file}'.");
            }

            if (file.Length > LargestFile)
            {
                throw new InputException($"'{file}' is larger than 1 MiB.");
            }

            var readings = AxisTest.Read(await File.ReadAllTextAsync(file.FullName, session.Cancel), new ClaimExtractor(LanguageAnalyzer.Default), session.Get(_all));
            session.Terminal.Result(readings, terminal => Show(terminal, readings));
            return ExitCode.Ok;
        }

        private static void Show(Terminal terminal, IReadOnlyList<AxisReading> readings)
        {
            var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().AddColumns("Sentence", "Axis", "Pole", "Words", "Who");
            foreach (var reading in readings)
            {
                table.AddRow(
                    DisplayText.Escaped(reading.Sentence),
                    Lines(reading, p => p.Axis),
                    Lines(reading, p => p.Pole + (p.IsDenied ? " (denied)" : "") + (p.Counts ? "" : " (does not count)")),
                    Lines(reading, p => $"“{p.Words}”"),
                    Lines(reading, p => p.Actor));
            }

            if (readings.Count == 0)
            {
                terminal.WriteLine("No sentence of the file claims anything.");
            }
            else
            {
                terminal.Write(table);
            }
        }

        private static string Lines(AxisReading reading, Func<AxisPlacement, string> part) =>
            DisplayText.Escaped(reading.Placements.IsEmpty ? "-" : string.Join('\n', reading.Placements.Select(part)));
    }
}
