using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Catapult.Benchmarks;

if (args is [PeersCommand.Name, ..]) return PeersCommand.Run(args, Console.Out, Console.Error);

IEnumerable<Summary> summaries = BenchmarkSwitcher.FromAssembly(typeof(BenchmarkConfig).Assembly).Run(args, new BenchmarkConfig());
bool failed = summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success));
return failed ? 1 : 0;
