using System.Security.Cryptography;
using Claims.Core.Grouping;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using Microsoft.ML.Transforms.Text;

namespace Claims.MLNet.Grouping;

/// <summary>
/// ML.NET's <c>FeaturizeText</c> configured for short news claims: words and pairs of words, runs of three to five
/// characters, TF-IDF, n-grams of very few texts left out, each of the two blocks of length one.
/// <see cref="NgramFeaturizer"/> computes the same features where ML.NET is not built in.
/// </summary>
public sealed class MlNetFeaturizer : ITextFeaturizer
{
    private const string Features = nameof(Features);
    private const string Characters = nameof(Characters);
    private const string Words = nameof(Words);

    // Every n-gram seen goes in: ML.NET keeps the first ones it meets up to the limit, which would make the dictionary
    // depend on the order of the texts; the rare ones go by their count afterwards. The zeros leave out runs of one and
    // two characters.
    private static readonly int[] CharacterLimits = [0, 0, int.MaxValue, int.MaxValue, int.MaxValue];
    private static readonly int[] WordLimits = [int.MaxValue, int.MaxValue];

    private static readonly Lazy<MlNetFeaturizer> LazyEmbedded = new(LoadEmbedded);

    private readonly MLContext context;
    private readonly ITransformer model;
    private readonly DataViewSchema schema;

    private MlNetFeaturizer(MLContext context, ITransformer model, DataViewSchema schema, string version)
    {
        this.context = context;
        this.model = model;
        this.schema = schema;
        Version = version;
    }

    /// <summary>The featurizer over the model that ships in the assembly.</summary>
    /// <exception cref="InvalidOperationException">The assembly was built without the model.</exception>
    public static MlNetFeaturizer Embedded => LazyEmbedded.Value;

    /// <inheritdoc/>
    public string Version { get; }

    /// <summary>Fits the pipeline on texts.</summary>
    /// <param name="texts">At least one text.</param>
    /// <param name="options">Which n-grams are kept, as for the embedded featurizer; the thresholds of words and of pairs must be the same.</param>
    /// <exception cref="ArgumentException">There is no text, or the thresholds of words and pairs differ.</exception>
    public static MlNetFeaturizer Train(IEnumerable<string> texts, NgramTrainerOptions? options = null)
    {
        options ??= new();
        if (options.MinimumWordTexts != options.MinimumPairTexts)
        {
            throw new ArgumentException("ML.NET counts words and pairs of words in one block: MinimumWordTexts and MinimumPairTexts must be equal.", nameof(options));
        }

        var rows = texts.Select(text => new Row { Text = text }).ToArray();
        if (rows.Length == 0)
        {
            throw new ArgumentException("There is no text to learn from.", nameof(texts));
        }

        var context = new MLContext(seed: 1);
        var data = context.Data.LoadFromEnumerable(rows);
        var pipeline = Block(context, Characters, options.KeepPunctuation, options.MinimumCharacterTexts)
            .Append(Block(context, Words, options.KeepPunctuation, options.MinimumWordTexts))
            .Append(context.Transforms.Concatenate(Features, Characters, Words));
        return new(context, pipeline.Fit(data), data.Schema, $"mlnet-trained-{rows.Length}");
    }

    /// <summary>Reads a model that <see cref="Save"/> wrote.</summary>
    /// <param name="stream">A stream that can seek.</param>
    public static MlNetFeaturizer Load(Stream stream)
    {
        var version = $"mlnet-{Convert.ToHexStringLower(SHA256.HashData(stream))[..12]}";
        stream.Position = 0;
        var context = new MLContext(seed: 1);
        var model = context.Model.Load(stream, out var schema);
        return new(context, model, schema, version);
    }

    /// <summary>Writes the fitted pipeline in ML.NET's own format.</summary>
    public void Save(Stream stream) => context.Model.Save(model, schema, stream);

    /// <inheritdoc/>
    public IReadOnlyList<SparseVector> Featurize(IReadOnlyList<string> texts)
    {
        var data = model.Transform(context.Data.LoadFromEnumerable(texts.Select(text => new Row { Text = text })));
        var column = data.Schema[Features];
        var vectors = new List<SparseVector>(texts.Count);
        using var cursor = data.GetRowCursor([column]);
        var read = cursor.GetGetter<VBuffer<float>>(column);
        var buffer = default(VBuffer<float>);
        while (cursor.MoveNext())
        {
            read(ref buffer);
            vectors.Add(ToUnitVector(buffer));
        }

        return vectors;
    }

    private static SparseVector ToUnitVector(in VBuffer<float> buffer)
    {
        var indices = new List<int>();
        var values = new List<float>();
        foreach (var (index, value) in buffer.Items())
        {
            if (value != 0)
            {
                indices.Add(index);
                values.Add(value);
            }
        }

        // ML.NET gives each block length one and puts them side by side; one vector of length one is what the port promises.
        var length = MathF.Sqrt(values.Sum(value => value * value));
        return new([.. indices], [.. values.Select(value => value / length)]);
    }

    private static EstimatorChain<LpNormNormalizingTransformer> Block(MLContext context, string column, bool keepPunctuation, int minimumTexts)
    {
        var isWords = column == Words;
        var extractor = new WordBagEstimator.Options
        {
            NgramLength = isWords ? 2 : 5,
            UseAllLengths = true,
            MaximumNgramsCount = isWords ? WordLimits : CharacterLimits,
            Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf,
        };
        var options = new TextFeaturizingEstimator.Options
        {
            CaseMode = TextNormalizingEstimator.CaseMode.Lower,
            KeepDiacritics = false,
            KeepPunctuations = keepPunctuation,
            KeepNumbers = true,
            Norm = TextFeaturizingEstimator.NormFunction.None,
            WordFeatureExtractor = isWords ? extractor : null,
            CharFeatureExtractor = isWords ? null : extractor,
        };
        return context.Transforms.Text.FeaturizeText(column, options, nameof(Row.Text))
            .Append(context.Transforms.FeatureSelection.SelectFeaturesBasedOnCount(column, count: minimumTexts))
            .Append(context.Transforms.NormalizeLpNorm(column));
    }

    private static MlNetFeaturizer LoadEmbedded()
    {
        using var resource = typeof(MlNetFeaturizer).Assembly.GetManifestResourceStream("models.ngrams.mlnet.zip")
            ?? throw new InvalidOperationException("models/ngrams/mlnet.zip is not in the assembly; `claims train ngrams` makes it.");
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        copy.Position = 0;
        return Load(copy);
    }

    private sealed class Row
    {
        public string Text { get; set; } = "";
    }
}
