namespace CrmMigration.Rejects;

/// <summary>The run stops because its plan says so: too many rows were rejected. It can be resumed, and counts anew then.</summary>
public sealed class TooManyRejectsException(string message) : Exception(message);
