namespace CrmMigration.Reconcile;

public enum Verdict
{
    /// <summary>Not all entities are reconciled yet.</summary>
    Unfinished,

    /// <summary>Every row is accounted for and the contents agree.</summary>
    Reconciled,

    /// <summary>Something does not add up; the findings say what.</summary>
    NotReconciled,

    /// <summary>The run stopped with a fault.</summary>
    Failed,

    /// <summary>The target is, or is about to be, as it was before the run.</summary>
    Withdrawn,
}
