namespace CrmMigration.CrashHost;

/// <summary>When the process kills itself: at a step, counted from 1, before it begins or when it is committed and nobody knows yet.</summary>
internal sealed record Death(int Step, bool After);
