namespace ReliabilityEngine.Cli.Configuration;

/// <summary>The user's folders, by the XDG base directory specification and Windows' own rules.</summary>
static class UserFolders
{
    public static string Data => Folder("XDG_DATA_HOME", Environment.SpecialFolder.LocalApplicationData, ".local/share");

    public static string Configuration => Folder("XDG_CONFIG_HOME", Environment.SpecialFolder.ApplicationData, ".config");

    static string Folder(string variable, Environment.SpecialFolder onWindows, string underHome)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder && Path.IsPathRooted(folder))
            return folder;
        return OperatingSystem.IsWindows()
            ? Environment.GetFolderPath(onWindows)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), underHome);
    }
}
