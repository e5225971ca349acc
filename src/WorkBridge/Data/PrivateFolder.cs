namespace WorkBridge.Data;

/// <summary>Folders that hold what is about people or opens it: only the account the service runs under may look inside.</summary>
public static class PrivateFolder
{
    /// <summary>Makes the folder where it is missing. One that is there keeps the rights its owner gave it.</summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
