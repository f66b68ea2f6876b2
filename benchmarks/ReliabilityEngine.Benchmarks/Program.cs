using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ReliabilityEngine.Benchmarks;

// In this process: a generated project would not be built by the rules of this repository.
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(9))
    .AddColumn(StatisticColumn.Median, new PerThousandWordsColumn(ArticleFolder.Given.Words))
    .HideColumns(Column.Error, Column.StdDev, Column.RatioSD);
BenchmarkRunner.Run<StageBenchmarks>(config, args);
