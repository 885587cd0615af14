using CrmMigration;
using CrmMigration.Azure;
using CrmMigration.Http;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Sync;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var logFault = LoggerMessage.Define<string, string>(LogLevel.Error, new(4, "CallFailed"), "{Call}: {Fault}");
var builder = FunctionsApplication.CreateBuilder(args);
builder.Services.AddSingleton(services => new AppSettings(name => services.GetRequiredService<IConfiguration>()[name]));
builder.Services.AddSingleton(services => services.GetRequiredService<AppSettings>().Engine(services.GetRequiredService<ILogger<MigrationEngine>>()));
builder.Services.AddSingleton(services => services.GetRequiredService<AppSettings>().Plans);
builder.Services.AddSingleton(services => new JoinedRuns(services.GetRequiredService<MigrationEngine>(), services.GetRequiredService<AppSettings>().Window));
builder.Services.AddSingleton(services => new HttpInterface(new(services.GetRequiredService<MigrationEngine>(), services.GetRequiredService<IPlans>())
{
    LogFault = (call, fault) => logFault(services.GetRequiredService<ILogger<HttpInterface>>(), call, FaultWords.Describe(fault), null),
}));
builder.Services.AddSingleton(services => new ScheduledSync(
    services.GetRequiredService<MigrationEngine>(), services.GetRequiredService<IPlans>(), services.GetRequiredService<AppSettings>().SyncPlan));
builder.Services.AddTelemetry(name => builder.Configuration[name]);
builder.Services.Configure<WorkerOptions>(worker => worker.Capabilities[TelemetryRegistration.TellsItself] = bool.TrueString);
await builder.Build().RunAsync();
