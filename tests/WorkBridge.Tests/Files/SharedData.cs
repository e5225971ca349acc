namespace WorkBridge.Tests.Files;

/// <summary>Real input that lies beside a checkout in a sibling folder "shared"; it is not part of the product.</summary>
internal static class SharedData
{
    public static string? Folder { get; } = Find();

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder!, name));

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data");
            if (File.Exists(Path.Combine(path, "survey-34.xlsx")))
                return path;
        }

        return null;
    }
}

/// <summary>Runs where the shared data lies beside the checkout, and says so where it does not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SharedData.Folder is null)
            Skip = "../shared/data is missing";
    }
}
