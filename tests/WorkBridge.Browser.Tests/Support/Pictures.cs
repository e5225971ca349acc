namespace WorkBridge.Browser.Tests.Support;

/// <summary>Where the pictures of the pages go: tests/shots, which git does not keep.</summary>
public static class Pictures
{
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
