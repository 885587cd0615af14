namespace CrmMigration.Http;

/// <summary>What a caller may do. In Azure these are the app roles <c>Migration.Read</c> and <c>Migration.Operate</c>.</summary>
public enum Role
{
    /// <summary>Nothing has to be shown.</summary>
    Anyone,

    /// <summary>Migration.Read: looks at runs, reports and rejected rows.</summary>
    Read,

    /// <summary>Migration.Operate: also starts, pauses, resumes and cancels.</summary>
    Operate,
}
