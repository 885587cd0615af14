using System.Text;

namespace CrmMigration.Cli.Commands;

/// <summary>Files that a command writes for its user.</summary>
internal static class OutputFile
{
    /// <summary>Writes the text, replacing what was there, and returns the full path.</summary>
    /// <exception cref="InvalidSettingException">It cannot be written there.</exception>
    public static string Write(string path, string text)
    {
        using var writer = Open(path, FileMode.Create);
        writer.Write(text);
        return Path.GetFullPath(path);
    }

    /// <summary>Opens a file for writing in UTF-8; the caller closes it.</summary>
    /// <exception cref="InvalidSettingException">It cannot be written there.</exception>
    public static StreamWriter Open(string path, FileMode mode)
    {
        try
        {
            return new StreamWriter(new FileStream(path, mode, FileAccess.Write), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidSettingException($"The file '{path}' cannot be written: {fault.Message}", fault);
        }
    }
}
