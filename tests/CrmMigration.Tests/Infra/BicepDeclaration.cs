namespace CrmMigration.Tests.Infra;

/// <summary>A parameter or output of a Bicep file.</summary>
/// <param name="Keyword"><c>param</c> or <c>output</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsDescribed">Whether a <c>@description</c> stands above it.</param>
/// <param name="HasDefault">Whether a value stands behind it.</param>
internal sealed record BicepDeclaration(string Keyword, string Name, bool IsDescribed, bool HasDefault);
