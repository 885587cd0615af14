namespace CrmMigration.Functions.Tests.Runners;

/// <summary>An activity, child or timer that an orchestrator asks for, with its input as JSON and how often it may be tried.</summary>
internal sealed record Scheduled(int Number, string Kind, string Name, string Input, int Tries = 1);
