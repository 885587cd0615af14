using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CrmMigration.Benchmarks;
using CrmMigration.Benchmarks.Accuracy;
using Perfolizer.Horology;

// How often cleaners are right, on files of cases: dotnet run -c Release --project tests/CrmMigration.Benchmarks -- accuracy FILE... [--values]
if (args is ["accuracy", .. var files])
{
    return AccuracyRun.Run(files, Console.Out);
}

// One class per cleaner: dotnet run -c Release --project tests/CrmMigration.Benchmarks -- --filter '*Names*'
// In this process: a generated project would be built by this repository's rules, which it does not keep.
// Many short iterations, and the shortest of them: on a machine that does other work too, some are not disturbed.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(100).WithIterationCount(100).WithIterationTime(TimeInterval.FromMilliseconds(10));
var config = DefaultConfig.Instance.AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddColumn(StatisticColumn.Min);
BenchmarkSwitcher.FromAssembly(typeof(PersonNames).Assembly).Run(args, config);
return 0;
