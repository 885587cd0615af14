namespace CrmMigration;

/// <summary>A connection setting or argument is wrong: one sentence with what happened, the setting's name and the fix. Exit code 2.</summary>
public class InvalidSettingException(string message, Exception? inner = null) : Exception(message, inner);
