using CrmMigration;
using CrmMigration.Runs;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.Services.AddSingleton(services => new MigrationEngine(name => services.GetRequiredService<IConfiguration>().GetConnectionString(name)));
builder.Services.AddSingleton(services => new JoinedRuns(
    services.GetRequiredService<MigrationEngine>(), services.GetRequiredService<IConfiguration>().GetValue("CrmMigration:Window", 8)));
await builder.Build().RunAsync();
