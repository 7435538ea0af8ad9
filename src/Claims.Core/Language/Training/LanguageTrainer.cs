namespace Claims.Core.Language.Training;

/// <summary>Learns the language model from treebanks; the same data give the same model.</summary>
public static class LanguageTrainer
{
    private const int Epochs = 8;

    /// <summary>Learns from <c>ewt-train.conllu.gz</c> and the documents of <c>gum-news.conllu.gz</c> that are not held out.</summary>
    /// <param name="dataDirectory">The folder that holds the two files.</param>
    /// <param name="output">Where the model is written.</param>
    /// <param name="progress">Told of each pass.</param>
    public static void Train(string dataDirectory, Stream output, IProgress<string>? progress = null)
    {
        var data = TreebankReader.Read(Path.Combine(dataDirectory, "ewt-train.conllu.gz"));
        var news = TreebankReader.Documents(TreebankReader.Read(Path.Combine(dataDirectory, "gum-news.conllu.gz")));
        data.AddRange(news.Where((_, i) => !TreebankReader.IsHeldOut(i)).SelectMany(d => d));
        var relations = data.SelectMany(s => s.Words).Select(w => w.Relation).Distinct().Order(StringComparer.Ordinal).ToArray();
        var model = new GrammarModel(new(17, 17), new(20, 3), new(16, relations.Length), relations);
        var random = new Random(1);
        var averageTags = new Average(model.Tagger);
        var averageMoves = new Average(model.Moves);
        var averageLabels = new Average(model.Labels);
        var buffer = new uint[GrammarFeatures.Capacity];
        Span<int> costs = stackalloc int[3];
        Span<float> scores = stackalloc float[3];
        var examples = data.Select(s => (
            Words: s.Words.Select(w => w.Form).ToArray(),
            Tags: s.Words.Select(w => Enum.Parse<PartOfSpeech>(w.Tag, true)).ToArray(),
            Heads: s.Words.Select(w => w.Head).ToArray(),
            Relations: s.Words.Select(w => Array.IndexOf(relations, w.Relation)).ToArray())).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(examples);
            int tagErrors = 0, moveErrors = 0, labelErrors = 0;
            foreach (var (words, tags, heads, labels) in examples)
            {
                var features = new GrammarFeatures(words);
                for (var i = 0; i < words.Length; i++)
                {
                    features.Tags[i] = (PartOfSpeech)averageTags.Learn(features.Tag(i, buffer), (int)tags[i], ref tagErrors);
                }

                var state = new ParserState(words.Length);
                while (!state.IsFinished)
                {
                    var f = features.Move(state, buffer);
                    model.Moves.Score(f, scores);
                    state.Costs(heads, costs);
                    int best = -1, oracle = -1;
                    for (var move = 0; move < 3; move++)
                    {
                        if (!state.Allows(move))
                        {
                            continue;
                        }

                        best = best < 0 || scores[move] > scores[best] ? move : best;
                        oracle = oracle < 0 || costs[move] < costs[oracle] || (costs[move] == costs[oracle] && scores[move] > scores[oracle]) ? move : oracle;
                    }

                    if (costs[best] > costs[oracle])
                    {
                        moveErrors++;
                        averageMoves.Update(f, oracle, best);
                    }

                    averageMoves.Steps++;
                    state.Do(epoch > 0 && random.NextDouble() < 0.9 ? best : oracle);
                }

                for (var i = 0; i < words.Length; i++)
                {
                    if (heads[i] >= 0)
                    {
                        averageLabels.Learn(features.Label(i, heads, buffer), labels[i], ref labelErrors);
                    }
                }
            }

            progress?.Report($"pass {epoch + 1} of {Epochs}: wrong tags {tagErrors}, moves {moveErrors}, relations {labelErrors}");
        }

        averageTags.Finish();
        averageMoves.Finish();
        averageLabels.Finish();
        using var compressed = new System.IO.Compression.BrotliStream(output, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true);
        using var writer = new BinaryWriter(compressed);
        writer.Write(relations.Length);
        foreach (var relation in relations)
        {
            writer.Write(relation);
        }

        model.Tagger.Write(writer);
        model.Moves.Write(writer);
        model.Labels.Write(writer);
        WriteLemmas(data, writer);
    }

    private static void WriteLemmas(List<TreebankSentence> data, BinaryWriter writer)
    {
        var words = data.SelectMany(s => s.Words).ToList();
        string[] known = [.. words.Where(w => w.Tag is "VERB" or "ADJ" or "AUX" && w.Lemma.All(char.IsAsciiLetter))
            .GroupBy(w => w.Lemma.ToLowerInvariant()).Select(g => g.Key).Order(StringComparer.Ordinal)];
        var rules = new Lemmatizer(known, []);
        var exceptions = new List<(string Form, PartOfSpeech Tag, string Lemma)>();
        foreach (var group in words.GroupBy(w => (Form: w.Form.ToLowerInvariant().Replace('’', '\''), w.Tag)).OrderBy(g => g.Key.Form, StringComparer.Ordinal).ThenBy(g => g.Key.Tag, StringComparer.Ordinal))
        {
            var tag = Enum.Parse<PartOfSpeech>(group.Key.Tag, true);
            var lemma = group.GroupBy(w => w.Lemma.ToLowerInvariant()).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
            if (tag is not (PartOfSpeech.Propn or PartOfSpeech.X or PartOfSpeech.Punct or PartOfSpeech.Sym) && rules.Lemma(group.Key.Form, tag) != lemma)
            {
                exceptions.Add((group.Key.Form, tag, lemma));
            }
        }

        writer.Write(known.Length);
        foreach (var lemma in known)
        {
            writer.Write(lemma);
        }

        writer.Write(exceptions.Count);
        foreach (var (form, tag, lemma) in exceptions)
        {
            writer.Write(form);
            writer.Write((byte)tag);
            writer.Write(lemma);
        }
    }

    /// <summary>The running sum that an averaged perceptron ends with.</summary>
    private sealed class Average(HashedPerceptron model)
    {
        private readonly float[] _sum = new float[model.Weights.Length];
        private readonly float[] _scores = new float[model.Classes];

        public long Steps { get; set; } = 1;

        public int Learn(ReadOnlySpan<uint> features, int gold, ref int errors)
        {
            model.Score(features, _scores);
            var best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(_scores);
            if (best != gold)
            {
                errors++;
                Update(features, gold, best);
            }

            Steps++;
            return best;
        }

        public void Update(ReadOnlySpan<uint> features, int gold, int wrong)
        {
            foreach (var feature in features)
            {
                var row = model.Index(feature);
                model.Weights[row + gold] += 1;
                model.Weights[row + wrong] -= 1;
                _sum[row + gold] += Steps;
                _sum[row + wrong] -= Steps;
            }
        }

        public void Finish()
        {
            for (var i = 0; i < _sum.Length; i++)
            {
                model.Weights[i] -= _sum[i] / Steps;
            }
        }
    }
}
