using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Dapper;

namespace CrmMigration.Tests.Postgres;

/// <summary>Dapper keeps the code it makes for a query by connection string: with a database for each test it would make, and compile, all of it each time. It still looks at the columns.</summary>
internal sealed class EveryDatabaseAlike : IEqualityComparer<string>
{
    public bool Equals(string? x, string? y) => true;

    public int GetHashCode([DisallowNull] string obj) => 0;

    [ModuleInitializer]
    internal static void Begin() => SqlMapper.ConnectionStringComparer = new EveryDatabaseAlike();
}
