using CrmMigration;
using CrmMigration.Azure;
using CrmMigration.Runs;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.Services.AddSingleton(services => new AppSettings(name => services.GetRequiredService<IConfiguration>()[name]));
builder.Services.AddSingleton(services => services.GetRequiredService<AppSettings>().Engine);
builder.Services.AddSingleton(services => services.GetRequiredService<AppSettings>().Plans);
builder.Services.AddSingleton(services => new JoinedRuns(services.GetRequiredService<MigrationEngine>(), services.GetRequiredService<AppSettings>().Window));
await builder.Build().RunAsync();
