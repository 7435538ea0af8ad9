using System.Net;
using System.Net.Sockets;
using Claims.Core.Articles.Reading;

namespace Claims.Workers.Fetching;

/// <summary>
/// Fetches pages and feeds from the public internet and from nowhere else. Every address is checked at the moment it is
/// connected to, after DNS and after every redirect, so neither a redirect nor a name that changes its address between
/// check and use ("DNS rebinding") leads inside.
/// </summary>
public sealed class PageFetcher : IDisposable
{
    private const string Accepted = "A public http or https address of a page or feed.";

    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly HttpClient _client;

    /// <summary>A fetcher that asks the system's DNS.</summary>
    public PageFetcher(FetchOptions options, TimeProvider time)
        : this(options, time, Dns.GetHostAddressesAsync)
    {
    }

    /// <summary>A fetcher that asks <paramref name="resolve"/> for the addresses of a host.</summary>
    public PageFetcher(FetchOptions options, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        _options = options;
        _time = time;
        _resolve = resolve;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = ConnectAsync,
            UseCookies = false,
            // A proxy would look names up itself, past the check of addresses.
            UseProxy = false,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Fetches a page; never throws but for <paramref name="cancel"/>.</summary>
    /// <param name="url">The address.</param>
    /// <param name="etag">Validator of the last answer, to be told when nothing changed.</param>
    /// <param name="lastModified">The other validator, as the server wrote it.</param>
    /// <param name="cancel">Ends the fetch.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was called.</exception>
    public async Task<FetchResult> FetchAsync(string url, string? etag = null, string? lastModified = null, CancellationToken cancel = default)
    {
        using var limit = new CancellationTokenSource(_options.Timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await FollowAsync(url, etag, lastModified, both.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Failed(url, $"It did not answer in full within {_options.Timeout.TotalSeconds:0.#} seconds.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or InvalidDataException or UriFormatException)
        {
            return Failed(url, Explain(e));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<FetchResult> FollowAsync(string url, string? etag, string? lastModified, CancellationToken cancel)
    {
        var address = url;
        for (var redirects = 0; ; redirects++)
        {
            if (WhyNotFetched(address, out var uri) is { } reason)
            {
                return Failed(url, redirects == 0 ? reason : $"It redirects to {address}. {reason}");
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
            request.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5");
            AddValidators(request, etag, lastModified);

            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308)
            {
                if (redirects == _options.MaximumRedirects)
                {
                    return Failed(url, $"It redirects more than {_options.MaximumRedirects} times.", response);
                }

                if (response.Headers.Location is not { } location)
                {
                    return Failed(url, "It redirects without saying where.", response);
                }

                address = new Uri(uri!, location).AbsoluteUri;
                continue;
            }

            return await ReadAsync(url, uri!, response, cancel);
        }
    }

    private async Task<FetchResult> ReadAsync(string url, Uri uri, HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return new FetchResult { NotModified = true, Status = 304 };
        }

        if (!response.IsSuccessStatusCode)
        {
            return Failed(url, $"The server answered {(int)response.StatusCode} {response.ReasonPhrase}.", response);
        }

        var tooLarge = $"It is larger than the limit of {_options.MaximumBytes} bytes.";
        if (response.Content.Headers.ContentLength > _options.MaximumBytes)
        {
            return Failed(url, tooLarge, response);
        }

        using var body = new MemoryStream();
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        var buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            // Counted after decompression, so that a small answer that unpacks to gigabytes ends here too.
            if (body.Length + read > _options.MaximumBytes)
            {
                return Failed(url, tooLarge, response);
            }

            body.Write(buffer, 0, read);
        }

        return new FetchResult
        {
            Item = new InputItem(url, body.ToArray()) { Url = uri.AbsoluteUri, ContentType = response.Content.Headers.ContentType?.ToString() },
            Status = (int)response.StatusCode,
            ETag = response.Headers.ETag?.ToString(),
            LastModified = response.Content.Headers.LastModified?.ToString("R"),
        };
    }

    private static void AddValidators(HttpRequestMessage request, string? etag, string? lastModified)
    {
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        if (lastModified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        }
    }

    private static string? WhyNotFetched(string address, out Uri? uri)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out uri))
        {
            return "It is not an absolute URL.";
        }

        if (uri.Scheme is not ("http" or "https"))
        {
            return $"Only http and https are fetched, not {uri.Scheme}.";
        }

        if (uri.IdnHost.Length == 0)
        {
            return "It has no host.";
        }

        // "https://news.example@10.0.0.1/" is made to be misread.
        return uri.UserInfo.Length > 0 ? "Addresses with a user name in them are not fetched." : null;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _resolve(host, cancel);
        foreach (var address in addresses)
        {
            // One inside address among outside ones is enough to refuse: nobody publishes news that way.
            if (PublicAddress.WhyNot(address) is { } what && !IsAllowed(host, port, address))
            {
                throw new RefusedAddressException($"{host} leads to {address}, which is {what}; only public addresses are fetched.");
            }
        }

        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // Connecting to the addresses that were checked, never to the name again.
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(string host, int port, IPAddress address) =>
        IPAddress.IsLoopback(address)
        && _options.AllowedLoopbackHosts.Any(allowed =>
            string.Equals(allowed, host, StringComparison.OrdinalIgnoreCase)
            || string.Equals(allowed, $"{host}:{port}", StringComparison.OrdinalIgnoreCase));

    private static string Explain(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case RefusedAddressException:
                    return inner.Message;
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return "No such host is known.";
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return "The host refuses the connection.";
                case SocketException { SocketErrorCode: SocketError.NetworkUnreachable or SocketError.HostUnreachable }:
                    return "The host cannot be reached.";
                case System.Security.Authentication.AuthenticationException:
                    return $"The secure connection failed: {inner.Message}";
                case InvalidDataException:
                    return "The answer is compressed in a way that cannot be unpacked.";
            }
        }

        return $"It cannot be fetched: {e.Message}";
    }

    private static FetchResult Failed(string url, string message, HttpResponseMessage? response = null) => new()
    {
        Problem = new ImportProblem(url, message, Accepted),
        Status = (int?)response?.StatusCode,
        RetryAfter = response?.Headers.RetryAfter?.Delta,
    };
}
