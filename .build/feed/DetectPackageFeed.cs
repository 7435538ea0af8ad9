using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Restores <c>Trial.csproj</c> once for each unanswered switch and writes what the feed has to the answer file.
/// Compiled by MSBuild itself (RoslynCodeTaskFactory), so it keeps to C# that any SDK takes.
/// </summary>
/// <remarks>
/// "Package not found" and "version not found" turn a switch off. Anything else that makes a restore fail (no network,
/// a feed that answers with an error, a broken NuGet.config) is an error: an answer guessed from it would stay.
/// </remarks>
public class DetectPackageFeed : Task
{
    // NU1101: no such package. NU1102: no such version. NU1103: only prereleases. NU1100: no source may serve it
    // (package source mapping). https://learn.microsoft.com/nuget/reference/errors-and-warnings
    private static readonly HashSet<string> NotThere = new HashSet<string> { "NU1100", "NU1101", "NU1102", "NU1103" };

    private static readonly Dictionary<string, string> Names = new Dictionary<string, string>
    {
        ["UseHangfire"] = "Hangfire",
        ["UseMlNet"] = "ML.NET",
        ["UseCurrentDrivers"] = "current database drivers",
    };

    private static readonly TimeSpan LockWait = TimeSpan.FromMinutes(10);

    /// <summary>The switches to try, separated by semicolons.</summary>
    [Required]
    public string Switches { get; set; }

    /// <summary>Full path of the props file that keeps the answers.</summary>
    [Required]
    public string AnswerFile { get; set; }

    /// <summary>Full path of the project that is restored.</summary>
    [Required]
    public string TrialProject { get; set; }

    /// <summary>The running <c>dotnet</c>; empty means the one on the path.</summary>
    public string DotnetHost { get; set; }

    /// <summary>Sources given on the command line; the trial asks the same.</summary>
    public string RestoreSources { get; set; }

    /// <summary>NuGet.config given on the command line; the trial reads the same.</summary>
    public string RestoreConfigFile { get; set; }

    /// <summary>Package folder given on the command line; the trial fills the same.</summary>
    public string RestorePackagesPath { get; set; }

    /// <inheritdoc />
    public override bool Execute()
    {
        var obj = Path.Combine(Path.GetDirectoryName(TrialProject), "obj");
        Directory.CreateDirectory(obj);
        using (TakeLock(Path.Combine(obj, "detect.lock")))
        {
            // Another build may have answered while this one waited for the lock.
            var answers = ReadAnswers();
            var open = Switches.Split(new[] { ';' }, StringSplitOptions.RemoveEmptyEntries)
                .Where(s => !answers.ContainsKey(s)).ToList();
            if (open.Count == 0)
            {
                return true;
            }

            var trials = open.Select(s => new { Switch = s, Output = StartTrial(s, obj) }).ToList();
            foreach (var trial in trials)
            {
                var has = Judge(trial.Switch, trial.Output.Result);
                if (has == null)
                {
                    return false;
                }

                answers[trial.Switch] = has.Value;
            }

            WriteAnswers(answers);
            Log.LogMessage(MessageImportance.High, "Package feed: {0}. Kept in {1}; delete it to ask again.",
                string.Join(", ", open.Select(s => Names[s] + (answers[s] ? " found" : " not found"))),
                Path.GetFileName(AnswerFile));
            return true;
        }
    }

    /// <summary>True when the feed has the packages, false when it lacks one, null (and an error logged) when it cannot be told.</summary>
    private bool? Judge(string name, Result result)
    {
        if (result.ExitCode == 0)
        {
            return true;
        }

        var codes = Regex.Matches(result.Output, @"\berror (NU\d{4}|MSB\d{4}|NETSDK\d{4})\b").Cast<Match>()
            .Select(m => m.Groups[1].Value).Distinct().ToList();
        if (codes.Count > 0 && codes.All(NotThere.Contains))
        {
            return false;
        }

        var reason = result.Output.Split('\n').FirstOrDefault(l => l.Contains("error")) ?? result.Output;
        Log.LogError(
            "Could not find out whether the package feed has {0}: the trial restore failed for another reason than a missing package. " +
            "Check the network and NuGet.config and build again, or decide yourself with -p:{1}=true or -p:{1}=false. NuGet said: {2}",
            Names[name], name, reason.Trim());
        return null;
    }

    private System.Threading.Tasks.Task<Result> StartTrial(string name, string obj)
    {
        var arguments = new StringBuilder("restore ").Append(Quote(TrialProject))
            .Append(" -nologo -v:quiet -tl:off -nodeReuse:false -p:Trial=").Append(name)
            .Append(" -p:BaseIntermediateOutputPath=").Append(Quote(Path.Combine(obj, name).Replace('\\', '/') + "/"));
        foreach (var s in Names.Keys)
        {
            // All three are said, so that neither the environment nor an old answer speaks for the one that is tried.
            arguments.Append(" -p:").Append(s).Append(s == name ? "=true" : "=false");
        }

        AppendProperty(arguments, "RestoreSources", RestoreSources);
        AppendProperty(arguments, "RestoreConfigFile", RestoreConfigFile);
        AppendProperty(arguments, "RestorePackagesPath", RestorePackagesPath);
        var start = new ProcessStartInfo(string.IsNullOrEmpty(DotnetHost) ? "dotnet" : DotnetHost, arguments.ToString())
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(TrialProject),
        };

        // NuGet speaks the user's language; the codes are read, but the reason is shown.
        start.EnvironmentVariables["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return System.Threading.Tasks.Task.Run(() =>
        {
            using (var process = Process.Start(start))
            {
                process.StandardInput.Dispose();
                var error = process.StandardError.ReadToEndAsync();
                var output = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                return new Result { ExitCode = process.ExitCode, Output = output + error.Result };
            }
        });
    }

    private Dictionary<string, bool> ReadAnswers()
    {
        return File.Exists(AnswerFile)
            ? XDocument.Load(AnswerFile).Descendants().Where(e => Names.ContainsKey(e.Name.LocalName))
                .ToDictionary(e => e.Name.LocalName, e => e.Value == "true")
            : new Dictionary<string, bool>();
    }

    private void WriteAnswers(Dictionary<string, bool> answers)
    {
        var group = new XElement("PropertyGroup", answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a =>
            new XElement(a.Key, new XAttribute("Condition", "'$(" + a.Key + ")' == ''"), a.Value ? "true" : "false")));
        var document = new XDocument(
            new XElement("Project", new XComment(" What the package feed has, found by .build/feed. Delete this file to ask again. "), group));

        // Written beside and renamed: a project evaluated meanwhile sees no file or the whole one.
        var written = AnswerFile + "." + Guid.NewGuid().ToString("N") + ".tmp";
        File.WriteAllText(written, document + "\n");
        if (File.Exists(AnswerFile))
        {
            File.Replace(written, AnswerFile, null);
        }
        else
        {
            File.Move(written, AnswerFile);
        }
    }

    /// <summary>The lock is an open file: the system lets it go when the process dies, however it dies.</summary>
    private static IDisposable TakeLock(string path)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < LockWait)
            {
                Thread.Sleep(200);
            }
        }
    }

    private static void AppendProperty(StringBuilder arguments, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            // A semicolon would end the property on MSBuild's command line.
            arguments.Append(" -p:").Append(name).Append('=').Append(Quote(value.Replace(";", "%3B")));
        }
    }

    private static string Quote(string value)
    {
        return "\"" + value + "\"";
    }

    private sealed class Result
    {
        public int ExitCode { get; set; }

        public string Output { get; set; }
    }
}
