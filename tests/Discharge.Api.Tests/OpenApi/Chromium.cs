using System.Diagnostics;

namespace Discharge.Api.Tests.OpenApi;

/// <summary>A real browser without a window, of whatever this machine has of Chromium's kind.</summary>
internal static class Chromium
{
    private const string Missing =
        "There is no Chromium on this machine, and pages are tested in a real browser. Install it: 'apt-get install chromium' on Debian, "
        + "'brew install --cask chromium' on macOS; an installed Google Chrome is found as well.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private static readonly string[] Elsewhere =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application", "chrome.exe"),
    ];

    /// <summary>A page as it stands once its scripts have run.</summary>
    public static async Task<string> ShowAsync(Uri page)
    {
        var profile = Directory.CreateTempSubdirectory("discharge-browser-");
        try
        {
            using var browser = Process.Start(Shown(page, profile.FullName))!;
            var errors = browser.StandardError.ReadToEndAsync();
            using var deadline = new CancellationTokenSource(Patience);
            try
            {
                var shown = await browser.StandardOutput.ReadToEndAsync(deadline.Token);
                await browser.WaitForExitAsync(deadline.Token);
                Assert.That(browser.ExitCode, Is.Zero, await errors);
                return shown;
            }
            catch (OperationCanceledException)
            {
                browser.Kill(entireProcessTree: true);
                throw new TimeoutException($"The browser did not show {page} within {Patience.TotalSeconds} seconds: {await errors}");
            }
        }
        finally
        {
            Forget(profile);
        }
    }

    private static void Forget(DirectoryInfo profile)
    {
        try
        {
            profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser is still writing; what it leaves lies among the temporary files of the machine.
        }
    }

    // Nothing of the browser's own business goes over the network, and a start leaves nothing behind.
    private static ProcessStartInfo Shown(Uri page, string profile) => new(
        Found(),
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            // Chromium refuses to run as root inside its sandbox.
            .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
            $"--user-data-dir={profile}", "--virtual-time-budget=15000", "--dump-dom", page.AbsoluteUri,
        ])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static string Found() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .SelectMany(folder => Names.SelectMany(name => (string[])[Path.Combine(folder, name), Path.Combine(folder, name + ".exe")]))
        .Concat(Elsewhere)
        .FirstOrDefault(File.Exists) ?? throw WithoutOne();

    // Whoever tries the service need not install a browser to see its tests; whatever is taken in has been through one.
    private static Exception WithoutOne() =>
        Environment.GetEnvironmentVariable("CI") is "true" ? new FileNotFoundException(Missing) : new IgnoreException(Missing);
}
