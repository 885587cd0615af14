using Xunit;

namespace CrmMigration.Tests.Telemetry;

/// <summary>Tests that hear what the whole process tells: no other test may run beside them.</summary>
[CollectionDefinition(nameof(HeardAlone), DisableParallelization = true)]
public sealed class HeardAlone;
