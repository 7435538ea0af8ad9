using System.Security.Cryptography;
using Claims.Core.Grouping;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Text;

namespace Claims.MLNet.Grouping;

/// <summary>
/// ML.NET's <c>FeaturizeText</c> configured for short news claims: words and pairs of words, runs of three to five
/// characters, TF-IDF, each of the two blocks of length one. <see cref="NgramFeaturizer"/> computes the same features
/// where ML.NET is not built in.
/// </summary>
public sealed class MlNetFeaturizer : ITextFeaturizer
{
    private const string Features = nameof(Features);

    // Every n-gram seen is kept: ML.NET keeps the first ones it meets up to the limit, which would make the
    // dictionary depend on the order of the texts. The zeros leave out runs of one and two characters.
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
    /// <param name="keepPunctuation">Whether punctuation is part of words and runs.</param>
    /// <exception cref="ArgumentException">There is no text.</exception>
    public static MlNetFeaturizer Train(IEnumerable<string> texts, bool keepPunctuation = false)
    {
        var rows = texts.Select(text => new Row { Text = text }).ToArray();
        if (rows.Length == 0)
        {
            throw new ArgumentException("There is no text to learn from.", nameof(texts));
        }

        var context = new MLContext(seed: 1);
        var data = context.Data.LoadFromEnumerable(rows);
        var pipeline = context.Transforms.Text.FeaturizeText(Features, Options(keepPunctuation), nameof(Row.Text));
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

    private static TextFeaturizingEstimator.Options Options(bool keepPunctuation) => new()
    {
        CaseMode = TextNormalizingEstimator.CaseMode.Lower,
        KeepDiacritics = false,
        KeepPunctuations = keepPunctuation,
        KeepNumbers = true,
        Norm = TextFeaturizingEstimator.NormFunction.L2,
        WordFeatureExtractor = new WordBagEstimator.Options
        {
            NgramLength = 2,
            UseAllLengths = true,
            MaximumNgramsCount = WordLimits,
            Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf,
        },
        CharFeatureExtractor = new WordBagEstimator.Options
        {
            NgramLength = 5,
            UseAllLengths = true,
            MaximumNgramsCount = CharacterLimits,
            Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf,
        },
    };

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
