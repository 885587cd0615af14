using CrmMigration.Cli;
using CrmMigration.Cli.Edge;

StartProfile.Follow(args);
using var stop = new StopSignals();
return await CrmMigrate.Invoke(args, Surroundings.OfThisProcess(), stop.Requested);
