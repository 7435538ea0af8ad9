using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Claims.Core.Identity;

/// <summary>
/// Makes the keys of the product: 16 characters of Crockford's base 32 (80 bits of a SHA-256 over the parts), so the
/// same content has the same key on every machine and in every database, and two runs write the same rows.
/// </summary>
public static class ContentId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>How many characters a key has.</summary>
    public const int Length = 16;

    /// <summary>The key of an ordered list of parts; parts are length-prefixed, so ("ab","c") and ("a","bc") differ.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var most = 0;
        foreach (var part in parts)
        {
            most += sizeof(int) + Encoding.UTF8.GetMaxByteCount(part.Length);
        }

        var bytes = ArrayPool<byte>.Shared.Rent(most);
        var count = 0;
        foreach (var part in parts)
        {
            var length = Encoding.UTF8.GetBytes(part, bytes.AsSpan(count + sizeof(int)));
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(count), length);
            count += sizeof(int) + length;
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, count), digest);
        ArrayPool<byte>.Shared.Return(bytes);
        return Encode(digest);
    }

    /// <summary>A key for what has no content of its own (a run, a verdict): 48 bits of the time in milliseconds, then 32 random bits, so keys sort by time.</summary>
    public static string New(TimeProvider time)
    {
        Span<byte> bytes = stackalloc byte[10];
        var milliseconds = time.GetUtcNow().ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
        {
            bytes[i] = (byte)(milliseconds >> (8 * (5 - i)));
        }

        RandomNumberGenerator.Fill(bytes[6..]);
        return Encode(bytes);
    }

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[Length];
        var position = 0;
        uint buffer = 0;
        var bits = 0;
        foreach (var b in bytes[..10])
        {
            buffer = (buffer << 8) | b;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text[position++] = Alphabet[(int)(buffer >> bits) & 31];
            }
        }

        return new string(text);
    }
}
