namespace WorkBridge.Browser.Tests.Support;

/// <summary>Pictures of the pages for whoever wants to look at them, in tests/shots, which git does not keep.</summary>
public static class Pictures
{
    /// <summary>WORKBRIDGE_PICTURES is set. Taking them is a good part of a walk's time, and nothing is asserted of them.</summary>
    public static bool Wanted { get; } = Environment.GetEnvironmentVariable("WORKBRIDGE_PICTURES") is { Length: > 0 };

    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WorkBridge.sln")))
                return Path.Combine(folder.FullName, "tests", "shots");
        }

        return Path.Combine(Path.GetTempPath(), "workbridge-shots");
    }
}
