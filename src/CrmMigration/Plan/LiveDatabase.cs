namespace CrmMigration.Plan;

/// <summary>What a check needs to know of a database as a whole.</summary>
/// <param name="Identity">Equal for two connections exactly when they reach one database of one running server, whatever name leads
/// there.</param>
/// <param name="Version">server_version_num: 150004.</param>
/// <param name="InRecovery">A standby: it can be read and not written.</param>
public sealed record LiveDatabase(string Identity, int Version, bool InRecovery);
