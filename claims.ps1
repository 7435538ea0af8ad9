# Builds Claims when something changed since the last build, then runs the command line with your arguments.
# `./claims.ps1 test` is the one command that is not the CLI's own: it runs all the tests.
# The same as ./claims, for PowerShell 5.1 and later.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$program = Join-Path $root 'src/Claims.Cli/bin/Release/net10.0/claims.dll'
# The stamp lies in bin/, so that cleaning the build also forgets it.
$stamp = Join-Path $root 'src/Claims.Cli/bin/Release/.built'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

function Stop-WithMessage([string] $message) {
    [Console]::Error.WriteLine($message)
    exit 2
}

function Assert-Sdk {
    $advice = 'Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this again.'
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        Stop-WithMessage "Claims needs the .NET SDK 10, and there is no 'dotnet' on the path. $advice"
    }
    $found = @(dotnet --list-sdks)
    if (-not ($found | Where-Object { [int]($_ -split '\.')[0] -ge 10 })) {
        Stop-WithMessage "Claims needs the .NET SDK 10; 'dotnet --list-sdks' says: $($found -join ', '). $advice"
    }
}

# The files that the program is made of.
function Get-SourceFile {
    $folders = 'src', 'tests/Claims.Evaluation', '.build', 'models', 'sql', 'samples' |
        ForEach-Object { Join-Path $root $_ } | Where-Object { Test-Path $_ }
    Get-ChildItem -Path $folders -Recurse -File -Force | Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' }
    Get-ChildItem -Path (Join-Path $root 'Directory.*') -File
}

function Get-SourceList { (Get-SourceFile | ForEach-Object { $_.FullName }) -join "`n" }

# True when a file was added, removed or changed since the last build. Times alone would miss a removed one.
function Test-BuildNeeded {
    if (-not ((Test-Path $program) -and (Test-Path $stamp))) { return $true }
    if ((Get-SourceList) -cne [IO.File]::ReadAllText($stamp)) { return $true }
    $built = (Get-Item -Force $stamp).LastWriteTimeUtc
    # The build itself writes the answer of the package feed, after its start.
    $changed = Get-SourceFile | Where-Object { $_.LastWriteTimeUtc -gt $built -and $_.Name -ne 'Directory.Packages.feed.props' }
    return [bool]$changed
}

function Invoke-Build {
    Assert-Sdk
    # The stamp bears the time before the build: what is edited while it runs is built next time.
    $started = [DateTime]::UtcNow
    $output = dotnet build (Join-Path $root 'src/Claims.Cli/Claims.Cli.csproj') -c Release -tl:off -nodeReuse:false 2>&1
    if ($LASTEXITCODE -ne 0) {
        $output | ForEach-Object { [Console]::Error.WriteLine($_) }
        Stop-WithMessage 'The build failed; the messages are above.'
    }
    $output | Where-Object { $_ -match 'Package feed:' } | ForEach-Object { [Console]::Error.WriteLine($_) }
    [IO.File]::WriteAllText($stamp, (Get-SourceList))
    (Get-Item -Force $stamp).LastWriteTimeUtc = $started
}

function Assert-Browser {
    if ($env:CLAIMS_CHROMIUM) { return }
    $places = @(
        "$env:ProgramFiles\Google\Chrome\Application\chrome.exe"
        "${env:ProgramFiles(x86)}\Google\Chrome\Application\chrome.exe"
        "${env:ProgramFiles(x86)}\Microsoft\Edge\Application\msedge.exe"
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    )
    $names = 'chromium', 'chromium-browser', 'google-chrome', 'chrome', 'msedge'
    $found = @($places | Where-Object { Test-Path $_ }) +
        @($names | ForEach-Object { Get-Command $_ -ErrorAction SilentlyContinue } | ForEach-Object { $_.Source })
    if ($found.Count -eq 0) {
        Stop-WithMessage 'The browser tests need Chromium, Chrome or Edge. Install one, or name it in CLAIMS_CHROMIUM, and run this again.'
    }
    $env:CLAIMS_CHROMIUM = $found[0]
}

function Invoke-Test([string[]] $arguments) {
    Assert-Sdk
    Assert-Browser
    $env:DOTNET_CLI_UI_LANGUAGE = 'en'
    $passed = 0
    $failed = 0
    $skipped = 0
    # One project after the other: the browser and crash tests each want the machine for themselves.
    dotnet test (Join-Path $root 'Claims.sln') -c Release -tl:off -nodeReuse:false -m:1 @arguments 2>&1 | ForEach-Object {
        $line = "$_"
        Write-Host $line
        if ($line -match '(Passed|Failed|Skipped)! +- Failed: +(\d+), Passed: +(\d+), Skipped: +(\d+)') {
            $failed += [int]$Matches[2]
            $passed += [int]$Matches[3]
            $skipped += [int]$Matches[4]
        }
    }
    # A build that fails or a test host that dies leaves no line of its own.
    if ($LASTEXITCODE -ne 0 -and $failed -eq 0) { $failed = 1 }
    if ($skipped -ne 0) { Write-Host "$skipped skipped" }
    Write-Host "$passed passed, $failed failed"
    if ($failed -eq 0 -and $passed -ne 0) { exit 0 } else { exit 1 }
}

if ($args.Count -gt 0 -and $args[0] -eq 'test') {
    Invoke-Test @($args | Select-Object -Skip 1)
}

if (Test-BuildNeeded) { Invoke-Build }
& dotnet $program @args
exit $LASTEXITCODE
