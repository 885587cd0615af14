namespace CrmMigration.Tests;
public class Smoke { [Xunit.Fact] public void It_runs() => Xunit.Assert.True(true); }
