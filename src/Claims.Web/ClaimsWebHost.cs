using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Claims.Storage;
using Claims.Web.Api;
using Claims.Web.Hosting;
using Claims.Workers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Claims.Web;

/// <summary>Builds and starts the web application: pages, API and whatever workers the caller registers.</summary>
public static class ClaimsWebHost
{
    /// <summary>Largest body of a request, in bytes: a decision with its note.</summary>
    private const long MaximumBody = 64 * 1024;

    /// <summary>Builds the application, bound to the address (127.0.0.1 unless it is set) and port of the options.</summary>
    /// <param name="options">Settings; <see cref="ClaimsOptions.Port"/> 0 takes any free port.</param>
    /// <param name="addServices">Registers the database (<see cref="IClaimsDatabase"/>), and workers and a job engine where they should run in this process.</param>
    /// <exception cref="ArgumentException">A setting makes no sense; the message names it.</exception>
    public static WebApplication Build(ClaimsOptions options, Action<IServiceCollection> addServices)
    {
        options.Validate();

        // Nothing depends on the working directory: the content root is where the program lies, pages are compiled
        // and assets embedded in this assembly. Its name as application name is what makes MVC find the pages when
        // another program hosts them.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ClaimsWebHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaximumBody;
            kestrel.Listen(IPAddress.Parse(options.Address), options.Port);
        });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);

        addServices(builder.Services);
        AddWeb(builder.Services, options);

        var app = builder.Build();
        Use(app);
        return app;
    }

    /// <summary>Brings the schema up to date, starts listening and starts the workers that were registered.</summary>
    /// <returns>The address it listens on.</returns>
    /// <exception cref="IOException">The port is taken; the message says what to do.</exception>
    public static async Task<Uri> StartAsync(WebApplication app, CancellationToken cancel = default)
    {
        await app.Services.GetRequiredService<IClaimsDatabase>().MigrateAsync(cancel);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            var port = app.Services.GetRequiredService<ClaimsOptions>().Port;
            throw new IOException($"Port {port} is in use by another program. Choose another with --port, or --port 0 for any free one.", taken);
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        return new Uri(addresses!.Addresses.First());
    }

    private static void AddWeb(IServiceCollection services, ClaimsOptions options)
    {
        services.TryAddSingleton(options);
        services.AddSingleton<EmbeddedAssets>();
        services.AddRazorPages();
        services.AddProblemDetails();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "claims-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.HttpOnly = true;
        });
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));

        // Letters of all scripts stay letters; markup is encoded all the same.
        services.Configure<WebEncoderOptions>(encoding => encoding.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        // A page of any site may send requests to 127.0.0.1 under a name of its own (DNS rebinding).
        services.Configure<HostFilteringOptions>(filtering => filtering.AllowedHosts = ["127.0.0.1", "localhost", "[::1]"]);

        // Keys of the form tokens lie beside the database, so a form that was open when the server restarted still posts.
        var keys = Directory.CreateDirectory(KeysBeside(options.Database));
        if (!OperatingSystem.IsWindows())
        {
            keys.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        services.AddDataProtection().SetApplicationName("Claims").PersistKeysToFileSystem(keys);

        // It warns that the keys lie in clear; they protect form tokens of this machine's user, in a folder only that user reads.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
    }

    private static string KeysBeside(string database) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, "keys");

    private static void Use(WebApplication app)
    {
        app.UseHostFiltering();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<SameOriginPosts>();
        app.UseWhen(
            context => !IsApi(context),
            pages => pages.UseExceptionHandler("/error/500").UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseWhen(IsApi, api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseRouting();
        app.MapEmbeddedAssets();
        app.MapClaimsApi();
        app.MapRazorPages();
    }

    private static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/health");
}
