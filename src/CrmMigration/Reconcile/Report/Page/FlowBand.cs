namespace CrmMigration.Reconcile.Report.Page;

/// <summary>One ribbon of the flow picture, in pixels from the picture's top.</summary>
/// <param name="From">Where it leaves the block of rows read.</param>
/// <param name="To">Where it arrives at its fate.</param>
/// <param name="LabelMiddle">The middle of its label; labels are apart by at least their height.</param>
internal sealed record FlowBand(Fate Fate, double Height, double From, double To, double LabelMiddle);
