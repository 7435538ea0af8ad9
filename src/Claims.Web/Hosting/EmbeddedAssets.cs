using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Claims.Web.Hosting;

/// <summary>Style sheet, scripts and icon, embedded in this assembly and held in memory, each with an entity tag of its content.</summary>
public sealed class EmbeddedAssets
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, EmbeddedAsset> assets;

    /// <summary>Reads all assets of this assembly.</summary>
    public EmbeddedAssets()
    {
        var assembly = typeof(EmbeddedAssets).Assembly;
        assets = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..12])}\"");
                return new EmbeddedAsset(bytes, ContentTypes[Path.GetExtension(name)], tag);
            });
    }

    /// <summary>The asset of a path below /assets/, or null.</summary>
    public EmbeddedAsset? Find(string path) => assets.GetValueOrDefault(path);
}

/// <summary>One embedded file.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Tag">Entity tag of its content.</param>
public sealed record EmbeddedAsset(byte[] Content, string ContentType, EntityTagHeaderValue Tag);

/// <summary>Serves the embedded assets.</summary>
public static class EmbeddedAssetRoutes
{
    /// <summary>Maps /assets/{path}. Browsers ask each time and mostly hear "not modified", so no page meets an old script.</summary>
    public static void MapEmbeddedAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{**path}", IResult (string path, EmbeddedAssets assets, HttpContext context) =>
        {
            if (assets.Find(path) is not { } asset)
            {
                return TypedResults.NotFound();
            }

            context.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(asset.Content, asset.ContentType, entityTag: asset.Tag);
        }).ExcludeFromDescription();
}
