using CrmMigration;
using CrmMigration.Azure;
using CrmMigration.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = FunctionsApplication.CreateBuilder(args);
builder.Services.AddSingleton(services => new AppSettings(name => services.GetRequiredService<IConfiguration>()[name]));
builder.Services.AddSingleton(services => new MigrationEngine(services.GetRequiredService<AppSettings>().Connections, services.GetRequiredService<ILogger<MigrationEngine>>()));
builder.Services.AddSingleton(services => services.GetRequiredService<AppSettings>().Plans);
builder.Services.AddSingleton(services => new JoinedRuns(services.GetRequiredService<MigrationEngine>(), services.GetRequiredService<AppSettings>().Window));
builder.Services.AddTelemetry(name => builder.Configuration[name]);
builder.Services.Configure<WorkerOptions>(worker => worker.Capabilities[TelemetryRegistration.TellsItself] = bool.TrueString);
await builder.Build().RunAsync();
