namespace CrmMigration.Http.Shapes;

/// <summary>An error as RFC 9457 has it, with further members by its type. Written by <see cref="Problems.Problem"/>; here for the schema.</summary>
internal sealed record ProblemDetails(string Type, string Title, int Status, string Detail);
