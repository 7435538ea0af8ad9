using System.CommandLine;
using Claims.Cli.Hosting;
using Claims.Cli.Output;
using Claims.Cli.Settings;
using Claims.Storage;
using Claims.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace Claims.Cli;

/// <summary>One call of one command: what was typed, the settings that hold, where to write, and the database once it is asked for.</summary>
internal sealed class Session : IAsyncDisposable
{
    private ServiceProvider? _services;

    private Session(ParseResult arguments, ClaimsOptions options, Terminal terminal, CancellationToken cancel)
    {
        Arguments = arguments;
        Options = options;
        Terminal = terminal;
        Cancel = cancel;
    }

    /// <summary>What was typed.</summary>
    public ParseResult Arguments { get; }

    /// <summary>The settings that hold for this call.</summary>
    public ClaimsOptions Options { get; }

    /// <summary>Where results and messages go.</summary>
    public Terminal Terminal { get; }

    /// <summary>Cancelled by Ctrl+C and SIGTERM.</summary>
    public CancellationToken Cancel { get; }

    /// <summary>Reads the settings for a call.</summary>
    /// <exception cref="InputException">A setting cannot be used.</exception>
    public static Session Open(ParseResult arguments, CancellationToken cancel)
    {
        var options = SettingsReader.Read(arguments.GetValue(GlobalOptions.Settings), Environment.GetEnvironmentVariable);
        options.Database = arguments.GetValue(GlobalOptions.Database) ?? options.Database;
        options.Workers = arguments.GetValue(GlobalOptions.Workers) ?? options.Workers;
        return new Session(arguments, options, Terminal.Create(arguments.GetValue(GlobalOptions.Json)), cancel);
    }

    /// <summary>The database of the settings, brought to the newest schema at the first call.</summary>
    public async Task<IClaimsDatabase> DatabaseAsync()
    {
        var isFirst = _services is null;
        var database = Part<IClaimsDatabase>();
        if (isFirst)
        {
            await database.MigrateAsync(Cancel);
        }

        return database;
    }

    /// <summary>A part of the product over the database of the settings: the importer, the pipeline.</summary>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    public T Part<T>()
        where T : notnull =>
        (_services ??= Composition.Build(Options)).GetRequiredService<T>();

    /// <summary>The value of an option or argument.</summary>
    public T? Get<T>(Option<T> option) => Arguments.GetValue(option);

    /// <inheritdoc cref="Get{T}(Option{T})"/>
    public T? Get<T>(Argument<T> argument) => Arguments.GetValue(argument);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }
}
