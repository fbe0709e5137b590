using BenchmarkDotNet.Running;
using Catapult.Benchmarks;

if (args is [PeersCommand.Name, ..]) return PeersCommand.Run(args, Console.Out, Console.Error);
BenchmarkSwitcher.FromAssembly(typeof(BenchmarkConfig).Assembly).Run(args, new BenchmarkConfig());
return 0;
