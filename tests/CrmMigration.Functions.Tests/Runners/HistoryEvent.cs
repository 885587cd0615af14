namespace CrmMigration.Functions.Tests.Runners;

/// <summary>Something that an orchestrator asked for, by its place among what it asks, and the answer.</summary>
internal sealed record HistoryEvent(int Number, string Asked, string? Answer);
